# Dictionaries: keys, access by name, order.
func run():
	var d := {"b": 1, "a": 2, 3: "three"}
	d.c = 4
	print(d)  # expect: { "b": 1, "a": 2, 3: "three", &"c": 4 }
	print(d.b, " ", d["a"], " ", d[3], " ", d.get("x", "none"))  # expect: 1 2 three none
	d.erase("b")
	print(d.keys(), " ", "a" in d, " ", d.has("b"))  # expect: ["a", 3, &"c"] true false
	var lua := {x = 1, y = 2}
	print(lua.x + lua["y"])  # expect: 3
