# What a script tells about itself.
class T:
	signal s(a)
	const K = 1
	enum E { X }
	var v: int
	func f(a, b = 2): pass
	static func g(): pass
func run():
	var script: Script = T
	print(script.get_script_constant_map().keys())  # expect: [&"K", &"E"]
	print(script.get_script_method_list().map(func(m): return m.name))  # expect: ["f", "g"]
	print(script.get_script_signal_list().map(func(m): return m.name))  # expect: ["s"]
	print(script.get_instance_base_type(), " ", script.can_instantiate())  # expect: RefCounted true
