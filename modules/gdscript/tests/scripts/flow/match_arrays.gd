# match: arrays with binds and rests.
func go(v):
	match v:
		[]:
			return "empty"
		[1, var x]:
			return "one and %s" % x
		[var a, [var b, ..]]:
			return "%s nested %s" % [a, b]
		["many", ..]:
			return "many"
		_:
			return "none"
func run():
	print(go([]), ", ", go([1, 2]), ", ", go(["k", [5, 6]]), ", ", go(["many", 1, 2, 3]), ", ", go([9]))  # expect: empty, one and 2, k nested 5, many, none
