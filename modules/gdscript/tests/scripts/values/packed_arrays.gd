# Packed arrays are shared like arrays.
func run():
	var p := PackedInt32Array([1, 2, 3])
	var q = p
	q.append(4)
	p[0] = 9
	print(p, " ", q.size())  # expect: [9, 2, 3, 4] 4
	var sum := 0
	for n in p:
		sum += n
	print(sum)  # expect: 18
	print(hash(PackedByteArray()), " ", hash(PackedFloat32Array()), " ", hash(PackedFloat64Array()), " ", hash(PackedVector2Array()))  # expect: 546098158 873697370 546098158 133200997
