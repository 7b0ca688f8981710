# Accessors and statics: static base call.
class P:
	static var n := 1
	static var list := [1]
	static var v := Vector2()
	const K = 4
	enum E { A = 3 }
	static func f(): return "f"
	class I: const Q = 9
func mk() -> P:
	print("made")
	return P.new()
func run():
	print(mk().n)
	mk().n = 4
	mk().n += 4
	mk().list[0] = 3
	mk().v.x = 3
	print(P.v, P.n, P.list)
	print(mk().K)
	print(mk().f())
	print(mk().E.A)
	print(mk().I.Q)
	var a: Array[P] = [mk()]
	print(a[0].n)
	print((mk()).n)
	print(mk().n if mk().n > 3 else mk().K)
# expect: made
# expect: 1
# expect: made
# expect: made
# expect: made
# expect: made
# expect: (3.0, 0.0)8[3]
# expect: 4
# expect: made
# expect: f
# expect: 3
# expect: 9
# expect: made
# expect: 8
# expect: made
# expect: 8
# expect: made
# expect: made
# expect: 8
