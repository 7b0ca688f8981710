# After an assignment of another type nothing is known any more, so that calls are left to the run.
class A:
	func f(_x): print("A")
class B:
	func f(): print("B")
var member = A.new()
func change(): member = B.new()
func run():
	var a = A.new()
	if true: a = B.new()
	a.f()  # expect: B
	change()
	member.f()  # expect: B
	var t = A.new()
	t = null
	print(t)  # expect: <null>
	var s = "text"
	s = 4
	s.length()  # expect error: length
