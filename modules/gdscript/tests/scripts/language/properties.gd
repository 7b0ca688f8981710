# The language: properties.
var a := 1:
	set(v): a = v * 2
	get: return a + 1
var b: int: set = set_b, get = get_b
func set_b(v): b = v
func get_b(): return b + 100
var c = 5: get = get_c
func get_c(): return c
var d: int = 3:
	get:
		return d
	set(value):
		d = clampi(value, 0, 10)
static var e := 1:
	set(v): e = v; print("set e")
var f := [] :
	get:
		return f
func run():
	print(a)
	a = 5
	print(a)
	a += 1
	print(a)
	b = 3
	print(b, c)
	d = 50
	print(d)
	e = 3
	print(e)
	f.append(1)
	print(f)
	set("a", 1)
	print(get("a"))
	set_indexed("d", 3)
	print(get_indexed("d"))
# expect: 2
# expect: 11
# expect: 25
# expect: 1035
# expect: 10
# expect: set e
# expect: 3
# expect: [1]
# expect: 3
# expect: 3
