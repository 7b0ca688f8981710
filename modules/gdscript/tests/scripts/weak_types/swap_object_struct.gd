# Weak types: swap object struct.
class A:
	var x := 5
var m = A.new()
func run():
	for i in 2:
		m.x = 3
		print(m.x)
		m = Vector2(7, 7)
# expect: 3
# expect: 3.0
