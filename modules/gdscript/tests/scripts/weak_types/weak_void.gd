# Weak types: weak void.
func g() -> void: pass
func run():
	var a = g()
# expect refused: "g()" returns nothing, so there is no value
