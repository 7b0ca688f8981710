# What stands before a static variable is carried out.
class P:
	static var n := 1
	static var list := [1]
	static var v := Vector2()
func mk() -> P:
	print("made")
	return P.new()
func run():
	print(mk().n)
	# expect: made
	# expect: 1
	mk().n = 4  # expect: made
	mk().n += 4  # expect: made
	mk().list[0] = 3  # expect: made
	mk().v.x = 3  # expect: made
	print(P.v, P.n, P.list)  # expect: (3.0, 0.0)8[3]
