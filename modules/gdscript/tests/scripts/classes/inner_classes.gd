# Classes in classes; outer constants are seen inside.
const OUTER = 5
class In:
	const OWN = OUTER + 1
	class Deep:
		var v = OWN + OUTER
func run():
	print(In.OWN, " ", In.Deep.new().v)  # expect: 6 11
