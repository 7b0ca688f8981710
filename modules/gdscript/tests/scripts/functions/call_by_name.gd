# call, callv, Callable.
func add(a, b = 10):
	return a + b
func run():
	print(call("add", 1), " ", callv("add", [1, 2]), " ", Callable(self, "add").call(5))  # expect: 11 3 15
	var c := add
	print(c.call(1, 1), " ", c.get_method(), " ", c.bind(7).call(1))  # expect: 2 add 8
