# Weak types: swap builtin.
func run():
	var x = "abc"
	for i in 3:
		print(x.find("b"), " ", typeof(x.find("b")))
		x = PackedStringArray(["a", "b"]) if i else ["b"]
# expect: 1 2
# expect: 0 2
# expect: 1 2
