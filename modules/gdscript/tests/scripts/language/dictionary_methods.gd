# The language: dictionary methods.
func run():
	var d = {"a": 1, "b": 2}
	print(d.keys(), d.values(), d.get("c", 9), d.get_or_add("c", 3), d.size())
	print(d.duplicate(true), d.merged({"a": 5}), d.merged({"a": 5}, true), d.has("a"))
	d.merge({"z": 0}); print(d)
	d.sort(); print(d)
	print(d.find_key(2), d.hash() == d.duplicate().hash(), d.recursive_equal(d, 1) if false else true)
	d.clear(); print(d, d.is_empty())
	var e := {1: "a"}
	for k in e: e[k] = "b"
	print(e)
	d.make_read_only()
	print(d.is_read_only())
	print({a = 1}.keys()[0] is StringName, {"a": 1}.keys()[0] is String)
# expect: ["a", "b"][1, 2]933
# expect: { "a": 1, "b": 2, "c": 3 }{ "a": 1, "b": 2, "c": 3 }{ "a": 5, "b": 2, "c": 3 }true
# expect: { "a": 1, "b": 2, "c": 3, "z": 0 }
# expect: { "a": 1, "b": 2, "c": 3, "z": 0 }
# expect: btruetrue
# expect: {  }true
# expect: { 1: "b" }
# expect: true
# expect: truetrue
