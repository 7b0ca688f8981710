# Declarations: iter init variant returned.
func _iter_init(a) -> Variant: return true
# expect refused: The function does not fit the one that it
