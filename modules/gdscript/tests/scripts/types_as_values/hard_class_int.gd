# Types as values: hard class int.
class A: pass
func run():
	var a := A
	a = 4
# expect refused: A value of type "int" cannot be assigned to a
