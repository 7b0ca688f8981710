# The language: match nested.
func run():
	var data = [{"type": "a", "pos": [1, 2]}, {"type": "b", "pos": [3, 4, 5]}, {"type": "c"}, [[1, [2, 3]], 4]]
	for d in data:
		match d:
			{"type": "a", "pos": [var x, var y]}: print("a", x, y)
			{"type": var t, "pos": [var x, ..]}: print(t, x)
			{"type": _}: print("only type")
			[[var a, [var b, var c]], var e]: print(a, b, c, e)
# expect: a12
# expect: b3
# expect: only type
# expect: 1234
