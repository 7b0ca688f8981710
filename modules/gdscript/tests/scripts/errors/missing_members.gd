# Members that are not there.
class T:
	pass
func run():
	a()
	b()
	c()
	print("end")  # expect: end
func a():
	var t: Variant = T.new()
	t.nope()  # expect error: nope
func b():
	var t: Variant = T.new()
	print(t.nope)  # expect error: nope
func c():
	var t: Variant = T.new()
	t.nope = 1  # expect error: nope
