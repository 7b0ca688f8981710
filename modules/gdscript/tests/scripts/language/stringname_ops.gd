# The language: stringname ops.
func run():
	var s := &"abc"
	print(s + "d", s.length(), s == "abc", s.to_upper(), s.begins_with("a"), s in ["abc"])
	var d = {&"a": 1}
	print(d["a"], d[&"a"], d.a, d.has("a"))
	match "abc":
		&"abc": print("match sn")
	print(&"" == "", str(&"q"), [&"q"], var_to_str(&"q"))
# expect: abcd3trueABCtruetrue
# expect: 111true
# expect: match sn
# expect: trueq[&"q"]&"q"
