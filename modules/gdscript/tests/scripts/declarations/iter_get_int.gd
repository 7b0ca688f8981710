# Declarations: iter get int.
func _iter_get(a: int) -> Variant: return a
# expect refused: The function does not fit the one that it
