# Weak types: for color.
func run():
	var d = Color()
	for i in d: print(i)
# expect error: Cannot iterate over a value of type 'Color'.
