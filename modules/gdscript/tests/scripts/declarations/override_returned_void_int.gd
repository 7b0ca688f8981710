# Declarations: override returned void int.
class A:
	func f() -> void: pass
class B extends A:
	func f() -> int: return 1
# expect refused: The function does not fit the one that it
