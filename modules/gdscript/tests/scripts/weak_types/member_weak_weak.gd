# Weak types: member weak weak.
class A:
	var j = JSON.new()
func run():
	var a = A.new()
	var e := a.j.parse("1")
	print(e)
# expect refused: The type of "e" cannot be taken from its
