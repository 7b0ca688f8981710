# The language: for loops.
func run():
	for i in 3: print(i)
	for i in range(2, 5): print(i)
	for i in range(5, 0, -2): print(i)
	for c in "héy": print(c)
	for k in {"a": 1, "b": 2}: print(k)
	for v in [1, "x", null]: print(v)
	for f in 2.5: print(f)
	for v: Vector2 in [Vector2(1, 2)]: print(v.x)
	for v in Vector2(1, 3): print(v)
	for v in Vector3i(0, 6, 2): print(v)
	for p in PackedByteArray([1, 2]): print(p)
	for i in range(3):
		i += 10
		print(i)
	var n := 0
	for i in 10:
		if i % 2: continue
		if i > 6: break
		n += i
	print(n)
	for i: float in [1, 2]: print(i)
	for i in []: print("never")
	for i in -3: print("never")
# expect: 0
# expect: 1
# expect: 2
# expect: 2
# expect: 3
# expect: 4
# expect: 5
# expect: 3
# expect: 1
# expect: h
# expect: é
# expect: y
# expect: a
# expect: b
# expect: 1
# expect: x
# expect: <null>
# expect: 0.0
# expect: 1.0
# expect: 2.0
# expect: 1.0
# expect: 1.0
# expect: 2.0
# expect: 0
# expect: 2
# expect: 4
# expect: 1
# expect: 2
# expect: 10
# expect: 11
# expect: 12
# expect: 12
# expect: 1.0
# expect: 2.0
