# The language: number conversions.
func f(x: float) -> int: return x
func g(x: int) -> float: return x
func run():
	print(f(3), f(3.7), g(2), g(2.9))
	var i: int = 3.9
	var fl: float = 3
	print(i, fl, typeof(fl))
	var b: bool = 5
	var s: String = &"sn"
	var sn: StringName = "s"
	var np: NodePath = "a/b"
	print(b, typeof(s), typeof(sn), typeof(np))
	var arr: Array[float] = [1, 2]
	print(arr, typeof(arr[0]))
	var v: Vector2 = Vector2i(1, 2)
	var c: Color = "red" if false else Color.RED
	print(v, c)
# expect: 332.02.0
# expect: 33.03
# expect: true42122
# expect: [1.0, 2.0]3
# expect: (1.0, 2.0)(1.0, 0.0, 0.0, 1.0)
