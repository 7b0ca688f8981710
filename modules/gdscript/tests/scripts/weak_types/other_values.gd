# A weak type binds nothing: other values may come, and code looks at what is there.
class A:
	var v := 1
	static var s := 1
	const K = 1
	func f(x: int) -> int: return x
	func me() -> A: return self
class B:
	var v := "b"
	static var s := "bs"
	const K = 2
	func f(x): return x
	func me() -> B: return self
class Point:
	var x := 5
func run():
	var o = A.new()
	for i in 2:
		print(o.f(3.7), " ", o.me().v + o.me().v, " ", o.me().s, " ", o.me().K)  # expect: 3 2 1 1
		# expect: 3.7 bb bs 2
		o.me().v = o.me().v
		o = B.new()
	var p = Point.new()
	for i in 2:
		p.x = 3
		print(p.x)  # expect: 3
		# expect: 3.0
		p = Vector2(7, 7)
	var bytes = PackedByteArray([1, 2])
	for i in 2:
		bytes[0] = 300
		for k in bytes: print(k)
		# expect: 44
		# expect: 2
		# expect: 300
		# expect: 2
		bytes = [1, 2]
	var class_value = A
	class_value = B
	print(class_value.new().f(4))  # expect: 4
