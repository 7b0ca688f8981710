# The language: shadow local.
var x = 1
func f(x): return x
func run():
	var a = 1
	if true:
		var b = 2
		print(a, b)
	for a2 in 1:
		var b = 3
		print(b)
	var b = 4
	print(b, f(9), x, self.x)
# expect: 12
# expect: 3
# expect: 4911
