# Weak types: for typed bad.
func run():
	var d = "abc"
	for i: int in d: print(i)
# expect error: Cannot assign a value of type 'String' to a
