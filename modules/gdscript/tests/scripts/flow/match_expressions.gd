# match: constants and names as patterns.
const LIMIT = 5
enum E { A, B }
func go(v, other):
	match v:
		LIMIT:
			return "limit"
		E.B:
			return "enum"
		other:
			return "other"
	return "none"
func run():
	print(go(5, 0), " ", go(1, 0), " ", go(77, 77), " ", go(8, 9))  # expect: limit enum other none
