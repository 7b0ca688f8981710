# The language: abstract.
@abstract class Shape:
	@abstract func area() -> float
	func describe() -> String: return "area %.1f" % area()
	@abstract func name(prefix: String) -> String
class Sq extends Shape:
	var s: float
	func _init(x): s = x
	func area() -> float: return s * s
	func name(prefix: String) -> String: return prefix + "sq"
func run():
	var sh: Shape = Sq.new(3)
	print(sh.describe(), sh.name("a "))
	print(sh is Shape)
# expect: area 9.0a sq
# expect: true
