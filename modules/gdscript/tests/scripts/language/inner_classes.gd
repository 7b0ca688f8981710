# The language: inner classes.
class Animal:
	var name: String
	func _init(n := "x"): name = n
	func speak() -> String: return "..."
	func intro() -> String: return name + ": " + speak()
class Dog extends Animal:
	func _init(n).(n): pass
# expect refused: Expected ":" and the body of the function,
