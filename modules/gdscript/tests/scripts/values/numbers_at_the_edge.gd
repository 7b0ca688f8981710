# Numbers that no text is wide enough for, hues that are none, and sizes that no data fills.
func run():
	print("%*d" % [-9223372036854775808, 1])
	# expect: 1
	print("%*d|" % [-4, 1])
	# expect: 1|
	print(Color.from_hsv(NAN, 1, 1), Color.from_hsv(INF, 1, 1).r)
	# expect: (1.0, 0.0, nan, 1.0)1.0
	var data := PackedByteArray()
	data.resize(40 << 20)
	data[-1] = 7
	for mode in 4:
		var back := data.compress(mode).decompress(1 << 31, mode)
		print(back.size() == data.size() and back[-1] == 7)
	# expect: true
	# expect: true
	# expect: true
	# expect: true
