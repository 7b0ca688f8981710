# Static variables belong to the class.
class T:
	static var made := 0
	var id
	func _init():
		made += 1
		id = made
func run():
	T.new()
	print(T.new().id, " ", T.made)  # expect: 2 2
	T.made = 10
	print(T.new().id)  # expect: 11
