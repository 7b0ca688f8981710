# Weak types: signal firm.
func run():
	var n := Node.new()
	n.ready.connect()
	n.free()
# expect refused: "connect()" needs at least 1 argument(s), but
