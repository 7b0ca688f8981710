# The language: typed dicts.
func run():
	var d: Dictionary[String, int] = {"a": 1, "b": 2}
	print(d, d.is_typed(), d.get_typed_key_builtin(), d.get_typed_value_builtin())
	d["c"] = 3
	d.d = 4
	print(d.keys(), d.values(), d.size())
	for k in d: print(k, d[k])
	var e: Dictionary[int, Array] = {1: [1]}
	e[2] = []
	print(e)
	print(d.get("zz", -1), d.has("a"), d.find_key(3))
	d.merge({"e": 5})
	print(d)
	d.erase("a")
	print(d)
	var f: Dictionary[Variant, String] = {1: "a", "b": "c"}
	print(f, f.is_typed(), f.is_typed_key(), f.is_typed_value())
	print(d.duplicate().is_typed())
	var g: Dictionary[StringName, Vector2] = {&"a": Vector2(1, 2)}
	print(g[&"a"].x, g["a"])
# expect: { "a": 1, "b": 2 }true42
# expect: ["a", "b", "c", "d"][1, 2, 3, 4]4
# expect: a1
# expect: b2
# expect: c3
# expect: d4
# expect: { 1: [1], 2: [] }
# expect: -1truec
# expect: { "a": 1, "b": 2, "c": 3, "d": 4, "e": 5 }
# expect: { "b": 2, "c": 3, "d": 4, "e": 5 }
# expect: { 1: "a", "b": "c" }truefalsetrue
# expect: true
# expect: 1.0(1.0, 2.0)
