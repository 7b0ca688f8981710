# Types as values: weak other arguments.
class A:
	func f(x: int): print("A")
class B:
	func f(): print("B")
func run():
	var k = A
	k = B
	k.new().f()
# expect refused: "f()" needs at least 1 argument(s), but is
