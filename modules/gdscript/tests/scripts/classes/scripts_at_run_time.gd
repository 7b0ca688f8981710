# Scripts made of text.
func run():
	var s := GDScript.new()
	s.source_code = "extends RefCounted\nvar v = 4\nfunc f(x): return x * v\n"
	print(s.reload())  # expect: 0
	var o = s.new()
	print(o.f(5))  # expect: 20
	s.source_code = "func f("
	print(GDScript.new().can_instantiate())  # expect: false
