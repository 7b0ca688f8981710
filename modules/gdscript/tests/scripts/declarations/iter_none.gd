# Declarations: iter none.
func _iter_init(): return true
# expect refused: The function does not fit the one that it
