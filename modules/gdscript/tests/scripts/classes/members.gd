# Member variables start with their initializers, in order.
class T:
	var a = 1
	var b = a + 1
	var c: int
	var d: Array[int]
	var e: T
func run():
	var t := T.new()
	print(t.a, t.b, t.c, t.d, t.e)  # expect: 120[]<null>
