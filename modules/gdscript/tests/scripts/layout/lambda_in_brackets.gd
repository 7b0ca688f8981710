# A closing bracket or a comma at the beginning of a line ends the lambda, however deep it stands.
signal sig
func take(c: Callable, more := 0): return [c.call(), more]
var member = [func():
	return 1
	]
func run():
	print(take(func():
		return 1
		))  # expect: [1, 0]
	print(take(func():
		return 2
			, 3))  # expect: [2, 3]
	print([1, 2].filter(func(x):
		return x > 1
		).map(func(x):
			return x * 2
			).front())  # expect: 4
	print(take(func():
		if more():
			return 1
			))  # expect: [1, 0]
	print(take(func():
		for i in 3:
			if i == 2:
				return i
				, 5))  # expect: [2, 5]
	print(take(func():
		match 3:
			3: return "m"
			_: return "n"
		))  # expect: ["m", 0]
	print(take(func():
		return {
			a = [1,
				2]
		}
	))  # expect: [{ &"a": [1, 2] }, 0]
	sig.connect(func():
			print("fired")  # expect: fired
			, CONNECT_ONE_SHOT
	)
	sig.emit()
	sig.emit()
	var d = {
		"k": func():
			return "v"
			,
		"l": 2,
	}
	print(d.k.call(), d.l, member[0].call())  # expect: v21
	if take(func():
		return true
		)[0]:
		print("yes")  # expect: yes
	var x := (func():
		print("in")
		); x.call()  # expect: in
func more(): return true
