# Constants, conversions and signatures: override set int.
func _set(n: StringName, v: int) -> bool: return false
# expect refused: The function does not fit the one that it
