# Types as values: hard class other.
class A: pass
class B: pass
func run():
	var a := A
	a = B
	print(a == B)
# expect: true
