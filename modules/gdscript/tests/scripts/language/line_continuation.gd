# The language: line continuation.
func run():
	var a = 1 + \
		2 + \
		3
	var b = [
		1,
		2,
	]
	var c = {
		"a": 1,
		"b": 2,
	} if false else {
		"z": 1,
	}
	print(a, b, c)
	print(
		"x",
		"y"
	)
	if a == 6 \
			and b:
		print("ok")
	var d = (
		1
		+ 2
	)
	print(d)
	var s = "a".to_upper(
	).to_lower()
	print(s)
	var f = func(
		x,
		y = 2,
	): return x + y
	print(f.call(1))
# expect: 6[1, 2]{ "z": 1 }
# expect: xy
# expect: ok
# expect: 3
# expect: a
# expect: 3
