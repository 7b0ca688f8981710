# Declarations: override native set 3.
func _set(n: String, v) -> bool: return false
# expect refused: The function does not fit the one that it
