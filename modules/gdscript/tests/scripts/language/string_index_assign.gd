# The language: string index assign.
func run():
	var s := "abc"
	s[1] = "X"
	print(s)
	s[0] = "YZ" if false else "Q"
	print(s)
# expect: aXc
# expect: QXc
