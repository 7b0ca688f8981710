# The rest of a dictionary pattern may stand anywhere in it; what is behind it only counts.
func f(v):
	match v:
		{"b": var x, .., "c"}: return x
		{.., "a"}: return "any"
	return "none"
func run():
	print(f({"a": 1, "z": 2}), f({"c": 1, "b": 7, "d": 0}), f({"b": 1}), f({}), f([]))  # expect: any7anynonenone
