# Classes, enums and scripts in variables and constants.
enum E { A, B }
class Box:
	var n := 2
	static func s(): return 4
	const K = 5
const G: GDScript = Box
const ANY: Variant = 3
const FLOAT: float = 3
const PACKED: PackedStringArray = ["a"]
func size_of(d: Dictionary): return d.size()
func run():
	var json := JSON
	print(json.stringify([1]))  # expect: [1]
	json = null
	print(json)  # expect: <null>
	var k := Box
	var o := k.new()
	print(o.n, k.s(), k.K)  # expect: 245
	print(G.new().n, G.can_instantiate())  # expect: 2true
	print(ANY is float, ANY is int, FLOAT, PACKED)  # expect: falsetrue3.0["a"]
	var e := E
	print(e.A, e.keys(), size_of(E))  # expect: 0["A", "B"]2
	print(RID(Resource.new()).is_valid())  # expect: false
