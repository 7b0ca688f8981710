# A variable of the base type calls the object's own function.
class A:
	func n() -> int: return 1
class B extends A:
	func n() -> int: return 2
func run():
	var list: Array[A] = [A.new(), B.new()]
	var sum := 0
	for a in list:
		sum = sum * 10 + a.n()
	print(sum)  # expect: 12
