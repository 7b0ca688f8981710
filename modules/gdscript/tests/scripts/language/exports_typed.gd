# The language: exports typed.
@export var a: int = 1
@export var b: Array[String] = ["x"]
@export var c: Dictionary[String, int] = {a = 1}
@export var d: Resource
@export var e: Vector2 = Vector2(1, 2)
@export_range(0, 1) var f: float = 0.5
@export_multiline var g := "x"
@export_flags("A", "B") var h = 3
@export_enum("X", "Y") var i: String = "X"
func run(): print(a, b, c, d, e, f, g, h, i)
# expect: 1["x"]{ "a": 1 }<null>(1.0, 2.0)0.5x3X
