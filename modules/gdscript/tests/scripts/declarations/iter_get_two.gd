# Declarations: iter get two.
func _iter_get(a, b): return 1
# expect refused: The function does not fit the one that it
