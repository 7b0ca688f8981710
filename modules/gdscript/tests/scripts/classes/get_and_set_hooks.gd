# _get and _set answer for properties that do not exist.
class T:
	var real := 1
	var bag := {}
	func _get(name):
		return bag.get(name)
	func _set(name, value):
		if name == "no":
			return false
		bag[name] = value
		return true
func run():
	var t: Variant = T.new()
	t.virtual = 5
	print(t.virtual, t.real, t.get("absent"))  # expect: 51<null>
	go(t)
	print("end")  # expect: end
func go(t):
	t.no = 1  # expect error: no
	print("not reached")
