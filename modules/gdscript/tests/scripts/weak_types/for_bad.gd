# Weak types: for bad.
func run():
	var d = true
	for i in d: print(i)
# expect error: Cannot iterate over a value of type 'bool'.
