# Types as values: hard class instance.
class A: pass
func run():
	var a := A
	a = A.new()
# expect refused: A value of type "A" cannot be assigned to a
