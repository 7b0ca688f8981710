# Declarations: init return bare.
func _init(): return
func run(): print("ok")
# expect: ok
