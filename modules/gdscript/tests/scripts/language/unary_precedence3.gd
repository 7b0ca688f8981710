# The language: unary prec3.
func run():
	print(1 is int and "a" is String)
	var x = 5
	print(x is int == true, not x is float, x as float + 1, -x as float, x if x is int else 0)
# expect: true
# expect: truetrue6.0-5.05
