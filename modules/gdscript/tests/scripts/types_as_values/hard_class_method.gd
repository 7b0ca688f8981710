# Types as values: hard class method.
class A:
	func f(): pass
func run():
	var a := A
	a.f()
# expect refused: "f()" needs an instance of the class A; make
