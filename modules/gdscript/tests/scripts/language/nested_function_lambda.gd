# The language: nested function lambda.
func run():
	var a = func():
		var b = func():
			return 5
		return b.call() + 1
	print(a.call())
	var list = [func(): return 1, func(): return 2]
	for f in list: print(f.call())
	var d = {"f": func(x): return x, "g": func(): pass}
	print(d.f.call(3), d["f"].call(4), d.g.call())
# expect: 6
# expect: 1
# expect: 2
# expect: 34<null>
