# No self in static functions.
var v = 1
static func run():
	return v  # expect refused: v
