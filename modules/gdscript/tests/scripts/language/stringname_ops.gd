# The language: stringname ops.
func run():
	var s := &"abc"
	print(s + "d", s.length(), s == "abc", s.to_upper(), s[0] if false else "", s.begins_with("a"), s in ["abc"], s is StringName)
	var d = {&"a": 1}
	print(d["a"], d[&"a"], d.a, d.has("a"))
	match "abc":
		&"abc": print("match sn")
	print(&"" == "", &"x" < &"y", str(&"q"), [&"q"], var_to_str(&"q"))
# expect refused: "StringName" has no elements to index.
