# A property with only a getter still has a variable behind it.
class T:
	var n: int:
		get: return 42
func run():
	print(T.new().n)  # expect: 42
