# The language: dictionary syntax; keywords may be names of elements.
func run():
	var d = {"b": 2, 3: "c", [1]: 4, Vector2(): 5, null: 6, true: 7, &"sn": 8}
	print(d["b"], d[3], d[[1]], d[Vector2()], d[null], d[true], d["sn"], d.b)
	var e = {a = 1, b = {c = 2}}
	print(e.b.c, e["b"]["c"], e)
	e.b.c = 5
	e["new"] = [1]
	e.new.append(2)
	print(e)
	e.a += 10
	print(e.a)
	print({} == {}, {}.is_empty(), e.has_all(["a", "b"]))
	for k in e.keys(): e.erase(k)
	print(e)
	var nested = {"x": [{"y": 1}]}
	nested.x[0].y = 2
	print(nested)
# expect: 2c456782
# expect: 22{ &"a": 1, &"b": { &"c": 2 } }
# expect: { &"a": 1, &"b": { &"c": 5 }, "new": [1, 2] }
# expect: 11
# expect: truetruetrue
# expect: {  }
# expect: { "x": [{ "y": 2 }] }
