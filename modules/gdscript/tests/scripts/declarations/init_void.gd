# Declarations: init void.
func _init() -> void: pass
func run(): print("ok")
# expect: ok
