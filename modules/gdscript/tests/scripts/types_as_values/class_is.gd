# Types as values: class is.
class A: pass
func run():
	print(A is GDScript, A is Object, A is Script)
# expect: truetruetrue
