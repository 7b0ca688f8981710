# Types as values: return class.
class A:
	var v = 1
func g(): return A
func h() -> GDScript: return A
func run():
	print(g().new().v, h().new().v)
# expect: 11
