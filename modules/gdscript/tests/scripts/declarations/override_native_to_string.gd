# Declarations: override native to string.
func _to_string() -> String: return "x"
func run(): print(self)
# expect: x
