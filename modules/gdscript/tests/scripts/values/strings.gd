# Strings: concatenation, indices, methods, escapes.
func run():
	var s := "abc"
	print(s + "d", " ", s[0], s[-1], " ", s.length())  # expect: abcd ac 3
	s[1] = "X"
	print(s)  # expect: aXc
	print("tab\tend".length(), " ", "\u0041", " ", 'single "quoted"')  # expect: 7 A single "quoted"
	print("""three
lines""".split("\n").size())  # expect: 2
	print("a,b,c".split(","), " ", "-".join(["x", "y"]))  # expect: ["a", "b", "c"] x-y
