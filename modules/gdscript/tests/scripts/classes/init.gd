# Constructors with arguments and defaults.
class P:
	var x
	var y
	func _init(x_, y_ = 9):
		x = x_
		y = y_
func run():
	print(P.new(1).y, " ", P.new(1, 2).y)  # expect: 9 2
