# Weak types: attribute weak object.
class A:
	var n := 1
	var m = 2
func run():
	var v = A.new()
	var x := v.n
	print(x)
# expect refused: The type of "x" cannot be taken from its
