# Results of functions: void super.
class A:
	func f() -> void: print("A")
class B extends A:
	func f() -> void:
		return super()
func run(): B.new().f()
# expect: A
