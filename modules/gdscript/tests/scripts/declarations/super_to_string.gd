# Declarations: super to string.
func _to_string(): return super()
# expect refused: "_to_string()" of the native class
