# _static_init runs once, after the static variables have their values.
class T:
	static var list := [1]
	static func _static_init():
		list.append(2)
func run():
	print(T.list)  # expect: [1, 2]
