# Declarations: init return value.
func _init(): return 1
# expect refused: A constructor cannot return a value.
