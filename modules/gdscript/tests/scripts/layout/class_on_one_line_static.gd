# A class on one line ends at "static" and at annotations: what follows belongs to the class around it.
class K: static func f(): return 3
class L: @export var x = 4
class M: static var y = 5
class A:
	class K: static func f(): return 6
	func g(): return f()
func run():
	print(f(), x, y, K.new().has_method("f"), has_method("f"), A.new().g())  # expect: 345falsetrue6
	for p in get_property_list():
		if p.name in ["x", "y"]:
			print(p.name, p.usage == PROPERTY_USAGE_SCRIPT_VARIABLE | PROPERTY_USAGE_DEFAULT)  # expect: xtrue
			# expect: yfalse
