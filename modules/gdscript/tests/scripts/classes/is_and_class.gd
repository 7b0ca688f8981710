# Instances and their classes.
class A:
	pass
class B extends A:
	pass
func run():
	var b := B.new()
	print(b is B, b is A, b is RefCounted, A.new() is B)  # expect: truetruetruefalse
	print(b.get_class(), " ", b.get_script() == B)  # expect: RefCounted true
