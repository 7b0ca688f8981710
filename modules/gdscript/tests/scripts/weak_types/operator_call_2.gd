# Weak types: operator call 2.
func run():
	var s = "a"
	var x := (s + "b").to_upper()
	print(x)
# expect: AB
