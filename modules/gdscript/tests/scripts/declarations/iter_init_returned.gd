# Declarations: iter init returned.
func _iter_init(a) -> int: return true
# expect refused: The function does not fit the one that it
