# Results of functions: void super used.
class A:
	func f() -> void: print("A")
class B extends A:
	func f() -> void:
		var x = super()
# expect refused: "f()" returns nothing, so there is no value
