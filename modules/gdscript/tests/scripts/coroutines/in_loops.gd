# await inside loops and conditions.
signal s(v)
func collect():
	var out := []
	while out.size() < 3:
		var v = await s
		if v:
			out.append(v)
	print(out)
func run():
	collect()
	for v in [1, 0, 2, 0, 3]:
		s.emit(v)
	# expect: [1, 2, 3]
