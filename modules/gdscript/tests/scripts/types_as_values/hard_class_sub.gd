# Types as values: hard class sub.
class A: pass
class B extends A: pass
func run():
	var a := A
	a = B
	print(a == B)
	var b := a.new()
	print(b is B)
# expect: true
# expect: true
