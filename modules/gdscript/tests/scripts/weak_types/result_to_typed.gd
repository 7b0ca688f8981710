# Weak types: result to typed.
func run():
	var s = JSON.new()
	var e: String = s.parse("1")
	print(e)
# expect refused: A value of type "Error" cannot be in "e",
