# Static functions, through the class and through an instance.
class T:
	static func twice(x):
		return x * 2
	func through_self():
		return twice(4)
func run():
	print(T.twice(2), " ", T.new().twice(3), " ", T.new().through_self())  # expect: 4 6 8
