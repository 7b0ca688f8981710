# Weak types: weak meta.
class A:
	static func s(): return 1
	func f(): return 1
func run():
	var k = A
	print(k.s())
	var o := k.new()
	print(o.f())
	o = 1
# expect refused: A value of type "int" cannot be assigned to a
