# Declarations: override native validate 2.
func _validate_property(p: Array) -> void: pass
# expect refused: The function does not fit the one that it
