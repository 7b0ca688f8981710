# Weak types: chain bad.
func run():
	var s = "a,b"
	s.split(",").foo()
# expect refused: "PackedStringArray" has no method "foo()".
