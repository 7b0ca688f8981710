# The language: get set.
var store := {}
func _get(p): return store.get(p)
func _set(p, v):
	if str(p).begins_with("dyn_"):
		store[p] = v
		return true
	return false
func _get_property_list(): return [{name = "dyn_a", type = TYPE_INT}]
func run():
	self.dyn_a = 5
	print(self.dyn_a, get("dyn_a"), self["dyn_a"])
	set("dyn_b", 6)
	print(store)
	print(get_property_list().any(func(p): return p.name == "dyn_a"))
# expect: 555
# expect: { &"dyn_a": 5, &"dyn_b": 6 }
# expect: true
