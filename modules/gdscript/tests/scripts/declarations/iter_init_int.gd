# Declarations: iter init int.
func _iter_init(a: int) -> bool: return true
# expect refused: The function does not fit the one that it
