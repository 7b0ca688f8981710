# Types as values: hard class parameter.
class A: pass
func f(c: GDScript): print(c.new() is A)
func run():
	var a := A
	f(a)
	f(A)
# expect: true
# expect: true
