# A lambda as the order of a sort.
func run():
	var a := ["bb", "a", "ccc"]
	a.sort_custom(func(x, y): return x.length() > y.length())
	print(a)  # expect: ["ccc", "bb", "a"]
