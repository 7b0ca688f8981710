# Weak types: for string.
func run():
	var d = "abc"
	for k in d:
		var x := k.to_upper()
		print(x)
# expect: A
# expect: B
# expect: C
