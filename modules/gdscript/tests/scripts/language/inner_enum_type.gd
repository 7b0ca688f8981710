# The language: inner enum type.
class A:
	enum M { X, Y }
	var m: M = M.Y
	func f(m2: M) -> M: return m2
func run():
	var a := A.new()
	a.m = A.M.X
	print(a.m, a.f(A.M.Y), A.M)
	var t: A.M = A.M.Y
	print(t)
# expect: 01{ "X": 0, "Y": 1 }
# expect: 1
