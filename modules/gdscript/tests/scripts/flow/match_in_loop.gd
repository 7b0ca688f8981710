# continue inside match belongs to the loop.
func run():
	var out := []
	for v in [1, "x", 2]:
		match v:
			"x":
				continue
			_:
				out.append(v)
	print(out)  # expect: [1, 2]
