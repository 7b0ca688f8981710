# The language: typed dicts.
func run():
	var d: Dictionary[String, int] = {"a": 1, b = 2}
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
# expect refused: A dictionary is written either with "key:
