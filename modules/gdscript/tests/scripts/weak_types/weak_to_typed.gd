# Weak types: weak to typed.
func run():
	var s = "1"
	var e: int = s
	print(e)
# expect error: Cannot assign a value of type 'String' to a
