# Declarations: init typed.
func _init() -> int: return 1
# expect refused: The constructor "_init()" cannot return a
# expect refused: A constructor cannot return a value.
