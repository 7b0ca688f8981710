# Weak types: returned overridden.
class A:
	func g(): return JSON.new()
class B extends A:
	func g(): return "a"
func run():
	var a: A = B.new()
	print(a.g().length())
# expect: 1
