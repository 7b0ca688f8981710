# Weak types: weak meta reassigned.
class A:
	func f(): return 1
class B:
	func g(): return 2
func run():
	var k = A
	k = B
	print(k.new().g())
# expect: 2
