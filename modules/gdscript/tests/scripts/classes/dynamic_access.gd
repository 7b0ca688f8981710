# get, set, call and `in` by name.
class T:
	var v := 1
	const K = 2
	func f(x): return x + v
func run():
	var t := T.new()
	t.set("v", 5)
	print(t.get("v"), t.call("f", 1), t.get("K"), "v" in t, "w" in t)  # expect: 562truefalse
	print(t["v"], " ", t.has_method("f"), t.has_method("g"))  # expect: 5 truefalse
