# The language: packed ops.
func run():
	var p := PackedInt32Array([3, 1, 2])
	p.sort(); p.append(9); p[0] = 7
	print(p, p.size(), p.find(9), p.slice(1, 3), p + PackedInt32Array([1]))
	for i in p: print(i)
	var q = p
	q.append(1)
	print(p.size(), q.size())
	var f := PackedFloat32Array([0.1])
	print(f[0] == 0.1, f)
	var s := PackedStringArray(["a", "b"])
	print(",".join(s), s.has("a"), PackedByteArray([255, 256, -1]))
	print(PackedVector2Array([Vector2(1, 2)])[0].x, "abc".to_utf8_buffer(), PackedColorArray([Color.RED]))
	p.resize(2)
	print(p, var_to_str(p), p == PackedInt32Array([7, 2]))
# expect: [7, 2, 3, 9]43[2, 3][7, 2, 3, 9, 1]
# expect: 7
# expect: 2
# expect: 3
# expect: 9
# expect: 55
# expect: false[0.10000000149012]
# expect: a,btrue[255, 0, 255]
# expect: 1.0[97, 98, 99][(1.0, 0.0, 0.0, 1.0)]
# expect: [7, 2]PackedInt32Array(7, 2)true
