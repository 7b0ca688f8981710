# Weak types: attribute weak object weak.
class A:
	var n := 1
	var m = 2
func run():
	var v = A.new()
	var x := v.m
	print(x)
# expect refused: The type of "x" cannot be taken from its
