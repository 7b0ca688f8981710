# match: values, several, wildcard.
func go(v):
	match v:
		1:
			return "one"
		2, 3:
			return "two or three"
		"text":
			return "text"
		null:
			return "null"
		_:
			return "other"
func run():
	print(go(1), ", ", go(3), ", ", go("text"), ", ", go(&"text"), ", ", go(null), ", ", go(9.5))  # expect: one, two or three, text, text, null, other
	print(go(1.0))  # expect: other
