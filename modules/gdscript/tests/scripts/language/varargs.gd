# The language: varargs.
func f(a, b := 2, ...rest: Array) -> String: return "%s %s %s" % [a, b, rest]
static func g(...args): return args.size()
class V:
	func _init(...a): print("init", a)
func run():
	print(f(1), f(1, 3), f(1, 3, 4, 5))
	print(g(), g(1, 2, 3))
	V.new(1, 2)
	print(callv("f", [1, 2, 3, 4]))
	print(f.callv([9, 8, 7]))
	print(f.bind(10).call(1))
# expect: 1 2 []1 3 []1 3 [4, 5]
# expect: 03
# expect: init[1, 2]
# expect: 1 2 [3, 4]
# expect: 9 8 [7]
# expect: 1 10 []
