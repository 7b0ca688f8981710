# Weak types: returned overridden bad.
class A:
	func g(): return JSON.new()
class B extends A:
	func g() -> String: return "a"
func run():
	print(B.new().g())
# expect: a
