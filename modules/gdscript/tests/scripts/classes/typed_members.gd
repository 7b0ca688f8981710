# Typed members convert, and keep their value when they cannot.
class T:
	var i: int = 1
	var f: float = 2
func run():
	var t: Variant = T.new()
	t.i = 3.9
	t.f = 4
	print(t.i, " ", t.f)  # expect: 3 4.0
	go(t)
	print(t.i)  # expect: 3
func go(t):
	t.i = []  # expect error: i
