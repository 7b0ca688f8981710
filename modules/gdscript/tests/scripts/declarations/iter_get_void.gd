# Declarations: iter get void.
func _iter_get(a) -> void: pass
# expect refused: The function does not fit the one that it
