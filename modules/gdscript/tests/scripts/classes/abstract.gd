# Abstract classes are for deriving.
@abstract class Shape:
	@abstract func area() -> float
	func text(): return "area %s" % area()
class Square extends Shape:
	func area() -> float: return 4.0
func run():
	print(Square.new().text())  # expect: area 4.0
