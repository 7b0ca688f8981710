# Weak types: returned static other.
class A:
	static func g(): return JSON.new()
func run():
	var e := A.g().parse("1")
	print(e)
# expect refused: The type of "e" cannot be taken from its
