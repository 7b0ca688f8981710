# The language: inner classes.
class Animal:
	var name: String
	func _init(n := "x"): name = n
	func speak() -> String: return "..."
	func intro() -> String: return name + ": " + speak()
class Dog extends Animal:
	func _init(n): super(n)
	func speak() -> String: return "woof"
class Puppy extends Dog:
	func _init(): super("pup")
	func speak() -> String: return super() + "!" + super.speak()
	class Toy:
		const SIZE = 3
		static func make() -> Toy: return Toy.new()
		var n := SIZE
func run():
	print(Animal.new().intro(), Dog.new("rex").intro(), Puppy.new().intro())
	print(Puppy.Toy.make().n, Puppy.Toy.SIZE)
	var p: Animal = Puppy.new()
	print(p is Dog, p is Puppy, p is RefCounted, not p is Animal)
	print((p as Dog).speak())
	var q := Animal.new() as Dog
	print(q)
# expect: x: ...rex: woofpup: woof!woof
# expect: 33
# expect: truetruetruefalse
# expect: woof!woof
# expect: <null>
