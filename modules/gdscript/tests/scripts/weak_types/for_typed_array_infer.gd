# Weak types: for typed array infer.
func run():
	var t: Array[String] = ["a"]
	var n = t
	for i in n:
		var x := i.to_upper()
		print(x)
# expect: A
