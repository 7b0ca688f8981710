# The language: enums.
enum { A, B = 5, C }
enum Color2 { RED, GREEN = 10, BLUE }
enum Neg { X = -1, Y, Z = 1 << 4, W = Z | 3 }
const K = Color2.BLUE
func f(c: Color2) -> Color2: return c
func run():
	print(A, B, C)
	print(Color2.RED, Color2.GREEN, Color2.BLUE, Color2)
	print(Neg)
	print(Color2.keys(), Color2.values(), Color2.find_key(11), Color2.size(), Color2.has("RED"))
	print(f(Color2.GREEN), f(3 as Color2), K)
	var c: Color2 = Color2.RED
	c = Color2.BLUE
	print(c == Color2.BLUE, c)
	match c:
		Color2.RED: print("r")
		Color2.BLUE: print("b")
	var d := {Color2.RED: "r", Color2.BLUE: "b"}
	print(d[c])
	for k in Color2: print(k, Color2[k])
	print(Node.PROCESS_MODE_ALWAYS, Node.ProcessMode.PROCESS_MODE_ALWAYS)
	print(TYPE_INT, OK, FAILED, KEY_A, Variant.Type.TYPE_INT)
	var t: Variant.Type = typeof(c)
	print(t == TYPE_INT)
# expect: 056
# expect: 01011{ "RED": 0, "GREEN": 10, "BLUE": 11 }
# expect: { "X": -1, "Y": 0, "Z": 16, "W": 19 }
# expect: ["RED", "GREEN", "BLUE"][0, 10, 11]BLUE3true
# expect: 10311
# expect: true11
# expect: b
# expect: b
# expect: RED0
# expect: GREEN10
# expect: BLUE11
# expect: 33
# expect: 201652
# expect: true
