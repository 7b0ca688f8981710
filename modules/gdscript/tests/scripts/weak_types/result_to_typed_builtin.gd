# Weak types: result to typed builtin.
func run():
	var s = "1"
	var e: int = s.split("1")
	print(e)
# expect refused: A value of type "PackedStringArray" cannot be
