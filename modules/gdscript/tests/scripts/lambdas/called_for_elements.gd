# Lambdas that Array methods call many times: what they take is converted and checked as in every call.
signal never
func run():
	print([1, 2.7, true].map(func(x: int): return x))  # expect: [1, 2, 1]
	print([1, 2].map(func(x: float): return x))  # expect: [1.0, 2.0]
	print([1, 2].map(func(x) -> float: return x))  # expect: [1.0, 2.0]
	print([[1], [2]].filter(func(x: Array): return x[0] > 1))  # expect: [[2]]
	print([1, 2, 3].reduce(func(a, x): return a + x), ["a"].any(func(x): return x == "a"))  # expect: 6true
	print([3, 1, 2].map(func(x): return [x].map(func(y): return y + 1)))  # expect: [[4], [2], [3]]
	wrong_type()
	too_few()
	fails_inside()
	print([1].map(func(_x): await never).size())
func wrong_type():
	print(["a"].map(func(x: int): return x))  # expect error: Cannot convert argument 1 from String to int
	# expect: []
func too_few():
	print([1].map(func(): return 1))  # expect error: expected 0 argument(s), but called with 1
	# expect: []
func fails_inside():
	var none = null
	print([1, 2].map(func(x): return x if x > 1 else none.nothing()))  # expect error: null
	# expect: [<null>, 2]
# expect: 1
