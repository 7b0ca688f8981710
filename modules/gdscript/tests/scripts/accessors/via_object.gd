# Accessors and statics: via object.
class A:
	var log := []
	var v: Vector2:
		set(x): log.append(x); v = x
	var o: A
func run():
	var a := A.new()
	a.o = A.new()
	a.v.x = 1
	a.o.v.y = 2
	a.o.v += Vector2(1, 1)
	var b = a
	b.v.x += 5
	b.o.v.x = 3
	print(a.log, a.o.log)
# expect: [(1.0, 0.0), (6.0, 0.0)][(0.0, 2.0), (1.0, 3.0), (3.0, 3.0)]
