# An overriding function that takes other arguments.
class A:
	func f(a: int) -> int: return a
class B extends A:
	func f(a: String) -> int: return 1  # expect refused: f
