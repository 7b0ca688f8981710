# Derived classes: initializers, constructors and overriding.
class A:
	var log = ["A var"]
	func _init(): log.append("A init")
	func name(): return "A"
	func note(what: String) -> int:
		log.append(what)
		return log.size()
	func hello(): return "hello " + name()
class B extends A:
	var more = note("B var")
	func _init():
		super()
		log.append("B init")
	func name(): return "B"
func run():
	var b := B.new()
	print(b.log)  # expect: ["A var", "B var", "A init", "B init"]
	print(b.hello())  # expect: hello B
