# Weak types: returned other class before.
class A:
	func g(): return JSON.new()
func run():
	var a := A.new()
	var e := a.g().parse("1")
	print(e)
# expect refused: The type of "e" cannot be taken from its
