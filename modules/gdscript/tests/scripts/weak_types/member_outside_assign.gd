# Weak types: member outside assign.
class A:
	var j = JSON.new()
func run():
	var a := A.new()
	a.j = RegEx.new()
	var e := a.j.parse("1")
	print(e)
# expect refused: The type of "e" cannot be taken from its
