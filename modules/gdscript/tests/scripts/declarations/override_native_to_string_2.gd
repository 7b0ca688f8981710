# Declarations: override native to string 2.
func _to_string() -> int: return 1
# expect refused: The function does not fit the one that it
