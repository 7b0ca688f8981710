# The language: match patterns.
func m(v):
	match v:
		null: return "null"
		1, 2, 3: return "small"
		4.5: return "float"
		"a", &"b": return "str"
		[]: return "empty"
		[1, var x]: return "one and %s" % x
		[var a, ..]: return "first %s" % [a]
		{"k": var x, ..}: return "k=%s" % x
		{"only"}: return "only"
		{}: return "emptydict"
		Vector2.ZERO: return "zero"
		TYPE_MAX: return "max"
		var other when other is int and other > 100: return "big"
		_: return "other"
func run():
	for v in [null, 1, 3.0, 4.5, "a", &"a", "b", [], [1, 2], [1, 2, 3], [7], {"k": 5}, {"k": 1, "z": 2}, {"only": 1}, {}, {"q": 1}, Vector2(), 101, 50, TYPE_MAX]:
		print(var_to_str(v), " -> ", m(v))
# expect: null -> null
# expect: 1 -> small
# expect: 3.0 -> other
# expect: 4.5 -> float
# expect: "a" -> str
# expect: &"a" -> str
# expect: "b" -> str
# expect: [] -> empty
# expect: [1, 2] -> one and 2
# expect: [1, 2, 3] -> first 1
# expect: [7] -> first 7
# expect: {
# expect: "k": 5
# expect: } -> k=5
# expect: {
# expect: "k": 1,
# expect: "z": 2
# expect: } -> k=1
# expect: {
# expect: "only": 1
# expect: } -> only
# expect: {} -> emptydict
# expect: {
# expect: "q": 1
# expect: } -> other
# expect: Vector2(0, 0) -> zero
# expect: 101 -> big
# expect: 50 -> other
# expect: 39 -> max
