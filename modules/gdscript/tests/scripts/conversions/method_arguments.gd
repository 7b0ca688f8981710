# Constants, conversions and signatures: method arguments.
func f(_a: int, _b := "x", _c: Array[int] = [], _d: Node = null) -> Dictionary[String, int]: return {}
signal s(a: int, b)
func run():
	var args: Array[Dictionary] = []
	for method in get_method_list():
		if method.name == "f":
			args = method.args
			print(method.args.is_typed(), method.default_args.is_typed(), method.keys())
			print(method["return"])
	print(args.size(), args.is_typed(), type_string(args.get_typed_builtin()))
	print(args)
	for sg in get_signal_list():
		if sg.name == "s": print(sg.args.is_typed(), sg)
	print(get_script().get_script_method_list()[0].args.is_typed())
	print(ClassDB.class_get_method_list("Node", true)[0].args.is_typed())
	print(ClassDB.class_get_signal_list("Node", true)[0].args.is_typed())
	print(get_method_list().is_typed(), get_property_list().is_typed(), get_signal_list().is_typed())
	print(get_script().get_script_property_list().is_typed(), get_script().get_script_constant_map().is_typed())
# expect: truefalse["name", "args", "default_args", "flags", "id", "return"]
# expect: { "name": "", "class_name": &"", "type": 27, "hint": 38, "hint_string": "String;int", "usage": 0 }
# expect: 4trueDictionary
# expect: [{ "name": "_a", "class_name": &"", "type": 2, "hint": 0, "hint_string": "", "usage": 0 }, { "name": "_b", "class_name": &"", "type": 4, "hint": 0, "hint_string": "", "usage": 0 }, { "name": "_c", "class_name": &"", "type": 28, "hint": 31, "hint_string": "int", "usage": 0 }, { "name": "_d", "class_name": &"Node", "type": 24, "hint": 0, "hint_string": "", "usage": 0 }]
# expect: true{ "name": "s", "args": [{ "name": "a", "class_name": &"", "type": 2, "hint": 0, "hint_string": "", "usage": 0 }, { "name": "b", "class_name": &"", "type": 0, "hint": 0, "hint_string": "", "usage": 131072 }], "default_args": [], "flags": 1, "id": 0, "return": { "name": "", "class_name": &"", "type": 0, "hint": 0, "hint_string": "", "usage": 6 } }
# expect: true
# expect: true
# expect: true
# expect: truetruetrue
# expect: truefalse
