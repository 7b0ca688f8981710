# Types as values: class dictionary.
class A:
	var v = 1
class B:
	var v = 2
const T = {a = A, b = B}
func run():
	for k in T: print(k, T[k].new().v)
	print(T.a.new().v)
	var l := [A, B]
	for c in l: print(c.new().v)
	var l2: Array[GDScript] = [A, B]
	print(l2.size())
# expect: a1
# expect: b2
# expect: 1
# expect: 1
# expect: 2
# expect: 2
