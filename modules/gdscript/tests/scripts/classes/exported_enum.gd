# An exported variable that holds an enum itself holds a dictionary; arguments in reflection are typed.
enum E { A, B }
@export var whole = E
@export var one := E.B
func f(_a: int, _b := "x") -> void: pass
func run():
	for p in get_property_list():
		if p.name in ["whole", "one"]: print("%s %s %d <%s>" % [p.name, type_string(p.type), p.hint, p.hint_string])
	# expect: whole Dictionary 0 <>
	# expect: one int 2 <A:0,B:1>
	var args: Array[Dictionary] = []
	for method in get_method_list():
		if method.name == "f": args = method.args
	print(args.map(func(a): return a.name))  # expect: ["_a", "_b"]
