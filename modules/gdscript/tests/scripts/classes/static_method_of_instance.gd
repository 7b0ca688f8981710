# A static method taken from an instance is bound to the instance, so that node.method.rpc() finds its node; by its bare name, and from a class, to the class.
class Base extends Node:
	static func hello(x = 1):
		return x
	func here():
		return [hello.get_object() == self, self.hello.get_object() == self, get("hello").get_object() == self]

class Derived extends Base:
	func below():
		return [hello.get_object() == Base, self.hello.get_object() == self]

func run():
	var typed := Base.new()
	var untyped = typed
	print(typed.hello.get_object() == typed, " ", untyped.hello.get_object() == typed, " ", typed.hello.call(3))
	# expect: true true 3
	print(typed.here(), " ", Base.hello.get_object() == Base)
	# expect: [false, true, true] true
	var derived := Derived.new()
	print(derived.below())
	# expect: [true, true]
	typed.free()
	derived.free()
