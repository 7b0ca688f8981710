# Types as values: class eq.
class A: pass
func run():
	print(A == A, A != null, A in [A], [A].has(A))
	match A:
		A: print("m")
# expect: truetruetruetrue
# expect: m
