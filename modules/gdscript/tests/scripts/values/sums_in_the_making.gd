# `place = place + a() + b()`: nobody sees the sum before it is whole, and who adds to the place meanwhile is overwritten.
class Box:
	var text = "x"
	var typed: String = "x"
	var guarded = "x":
		set(value):
			guarded = value
			print("set ", value)
	static var shared = "x"
var text = "t"
var typed: String = "t"
var other := Box.new()
var d = {"k": "d"}
var list = ["l"]
func see(part):
	print(text, typed, other.text, Box.shared, d.k, list[0])
	return part
func change(part):
	text += "!"
	typed += "!"
	other.text += "!"
	Box.shared += "!"
	d.k += "!"
	list[0] += "!"
	return part
func run():
	text = text + "1" + see("2")  # expect: ttxxdl
	typed = typed + "1" + see("2")  # expect: t12txxdl
	other.text = other.text + "1" + see("2")  # expect: t12t12xxdl
	Box.shared = Box.shared + "1" + see("2")  # expect: t12t12x12xdl
	d.k = d.k + "1" + see("2")  # expect: t12t12x12x12dl
	list[0] = list[0] + "1" + see("2")  # expect: t12t12x12x12d12l
	see("")  # expect: t12t12x12x12d12l12
	text = text + change("3") + change("4")
	typed = typed + change("3") + change("4")
	other.text = other.text + change("3") + change("4")
	Box.shared = Box.shared + change("3") + change("4")
	d.k = d.k + change("3") + change("4")
	d["k"] = d["k"] + change("5")
	list[0] = list[0] + change("3") + change("4")
	see("")  # expect: t12!34!!!!!!!!!!!t12!!!34!!!!!!!!!x12!!!!34!!!!!!!x12!!!!!!34!!!!!d12!!!!!!!!345!!l12!!!!!!!!!!!34
	other.guarded = other.guarded + see("a").to_upper() + "b"  # expect: t12!34!!!!!!!!!!!t12!!!34!!!!!!!!!x12!!!!34!!!!!!!x12!!!!!!34!!!!!d12!!!!!!!!345!!l12!!!!!!!!!!!34
	# expect: set xAb
	numbers()
	failing()
	print(d.n, text.length())
func numbers():
	d.n = 1
	d.n = d.n + int(see("2").length()) + abs(-4) + abs(4.0)  # expect: t12!34!!!!!!!!!!!t12!!!34!!!!!!!!!x12!!!!34!!!!!!!x12!!!!!!34!!!!!d12!!!!!!!!345!!l12!!!!!!!!!!!34
	print(d.n)  # expect: 10.0
	d.n = 10
	var n = &"name"
	n = n + see("x") + "y"  # expect: t12!34!!!!!!!!!!!t12!!!34!!!!!!!!!x12!!!!34!!!!!!!x12!!!!!!34!!!!!d12!!!!!!!!345!!l12!!!!!!!!!!!34
	print(n)  # expect: namexy
func failing():
	text = text + see("x") + [1]  # expect: t12!34!!!!!!!!!!!t12!!!34!!!!!!!!!x12!!!!34!!!!!!!x12!!!!!!34!!!!!d12!!!!!!!!345!!l12!!!!!!!!!!!34
	# expect error: Invalid operands 'String' and 'Array' in operator '+'.
	print("not here")
# expect: 1017
