# The language: static members.
class Counter:
	static var count := 0
	static var names: Array[String] = []
	static func inc(n := "x") -> int:
		count += 1
		names.append(n)
		return count
	const MAX = 3
static var s = {a = 1}
static var t: int
static func _static_init(): t = 5
func run():
	print(Counter.inc(), Counter.inc("y"), Counter.count, Counter.names, Counter.MAX)
	s.b = 2
	print(s, t)
	var c = Counter
	c.count = 10
	print(Counter.count, c.inc())
	print(Counter.new().count)
	t += 1
	print(t)
# expect: 122["x", "y"]3
# expect: { &"a": 1, &"b": 2 }5
# expect: 1011
# expect: 11
# expect: 6
