# Bare returns of objects, values returned by void functions, and conditional statements of functions that give nothing.
class Thing:
	var v := 1
func find(n) -> Thing:
	if n: return
	return Thing.new()
func value() -> int: return 1
func nothing() -> void: return value()
func yes() -> void: print("yes")
func no() -> void: print("no")
func typeless(a :, b := 2): return [a, b]
func text_of(x):
	var y := "v %s" % x
	return y.length()
func run():
	print(find(true), find(false).v)  # expect: <null>1
	nothing()
	yes() if value() else no()  # expect: yes
	no() if not value() else yes() if value() > 1 else no()  # expect: no
	var l = func(x): yes() if x else no()
	l.call(true)  # expect: yes
	print(typeless(1))  # expect: [1, 2]
	print(text_of([42]))  # expect: 4
