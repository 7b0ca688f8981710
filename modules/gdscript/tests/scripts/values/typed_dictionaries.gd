# Typed dictionaries.
func run():
	var d: Dictionary[String, int] = {"a": 1}
	d["b"] = 2.9
	print(d)  # expect: { "a": 1, "b": 2 }
	print(d.is_typed())  # expect: true
