# Writing a part of a value runs the setter with the whole new value, inside the class too; what is shared changes where it is.
var log := []
var v: Vector2:
	set(x): log.append(x); v = x.clamp(Vector2.ZERO, Vector2(10, 10))
var w := Vector3.ZERO: set = set_w
var r: Rect2:
	set(x): log.append(x); r = x
var packed: PackedInt32Array = [1, 2]:
	set(x): log.append(x); packed = x
var text := "abc":
	set(x): log.append(x); text = x
var list: Array = [1, 2]:
	set(x): log.append(x); list = x
static var shared: Vector2:
	set(x): print("shared ", x); shared = x
class Base:
	var log := []
	var p: Vector2i:
		set(x): log.append(x); p = x
class Derived extends Base:
	func move():
		p.x -= 2
		self.p.y = 3
		return log
func set_w(x: Vector3) -> void: log.append(x); w = x
func show(what: String) -> void: print(what, " ", log); log.clear()
func run():
	v.x = 30; show("v.x")  # expect: v.x [(30.0, 0.0)]
	v.y += 4; show("v.y")  # expect: v.y [(10.0, 4.0)]
	self.v.y = 3; show("self")  # expect: self [(10.0, 3.0)]
	v["y"] = 8; show("key")  # expect: key [(10.0, 8.0)]
	w.x += 5; show("named")  # expect: named [(5.0, 0.0, 0.0)]
	r.position.x = 3; show("deep")  # expect: deep [[P: (3.0, 0.0), S: (0.0, 0.0)]]
	packed[0] = 9; show("packed")  # expect: packed [[9, 2]]
	packed[1] += 9; show("packed")  # expect: packed [[9, 11]]
	text[0] = "z"; show("text")  # expect: text ["zbc"]
	list[0] = 9; show("list")  # expect: list []
	shared.x = 3  # expect: shared (3.0, 0.0)
	print(Derived.new().move())  # expect: [(-2, 0), (-2, 3)]
	var l := func(): v.x = 1
	l.call(); show("lambda")  # expect: lambda [(1.0, 8.0)]
