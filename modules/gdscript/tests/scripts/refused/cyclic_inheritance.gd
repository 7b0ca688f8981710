# Classes that extend each other.
class A extends B:
	pass
class B extends A:  # expect refused: circle
	pass
