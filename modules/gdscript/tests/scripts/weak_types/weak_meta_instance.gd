# Weak types: weak meta instance.
class A:
	func f(): return 1
func run():
	var k = A
	print(k.f())
# expect refused: "f()" needs an instance of the class A; make
