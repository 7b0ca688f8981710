# Weak types: index call 2.
func run():
	var x = PackedStringArray(["a"])
	var y := x[0].to_upper()
	print(y)
# expect: A
