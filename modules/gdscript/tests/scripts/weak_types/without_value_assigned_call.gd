# Weak types: without value assigned call.
func run():
	var a
	a = JSON.new()
	var b := a.parse("1")
	print(b)
# expect refused: The type of "b" cannot be taken from its
