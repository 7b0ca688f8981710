# A row of a thousand "elif" is no nesting.
func run():
	var text := "static func f(x: int) -> int:\n\tif x == -1: return 0\n"
	for i in 1000: text += "\telif x == %d: return %d\n" % [i, i * 2]
	var script := GDScript.new()
	script.source_code = text + "\telse:\n\t\treturn -1\n"
	print(script.reload())  # expect: 0
	print(script.f(999), script.f(0), script.f(1001), script.f(-1))  # expect: 19980-10
