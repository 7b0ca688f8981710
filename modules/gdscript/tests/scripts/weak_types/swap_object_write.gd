# Weak types: swap object write.
class A:
	var v := Vector2()
func run():
	var x = A.new()
	for i in 2:
		x.v.x = 3
		print(x.v)
		x = {v = Vector2(7, 7)}
# expect: (3.0, 0.0)
# expect: (3.0, 7.0)
