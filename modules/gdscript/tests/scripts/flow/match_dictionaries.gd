# match: dictionaries.
func go(v):
	match v:
		{"type": "a", "n": var n}:
			return "a%s" % n
		{"type": var t, ..}:
			return "type %s" % t
		{}:
			return "empty"
		_:
			return "none"
func run():
	print(go({"type": "a", "n": 1}), ", ", go({"type": "z", "more": 1}), ", ", go({}), ", ", go({"x": 1}))  # expect: a1, type z, empty, none
