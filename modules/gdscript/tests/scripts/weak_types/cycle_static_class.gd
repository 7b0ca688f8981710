# Weak types: cycle static class.
class K:
	static var a = L.b
class L:
	static var b = K.a
func run(): print(K.a)
# expect refused: The value of "a" depends on itself.
