# The language: class vars default.
var a: int
var b: float
var c: String
var d: Array
var e: Dictionary
var f: Vector2
var g: Node
var h: Array[int]
var i: bool
var j: Callable
var k: Signal
var l: StringName
var m: NodePath
var n: Color
var o: RID
var p: PackedByteArray
var q: Variant
var r
func run(): print([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r])
# expect: [0, 0.0, "", [], {  }, (0.0, 0.0), <null>, [], false, null::null, null::[signal], &"", ^"", (0.0, 0.0, 0.0, 1.0), RID(0), [], <null>, <null>]
