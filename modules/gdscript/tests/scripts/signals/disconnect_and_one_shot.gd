# Disconnecting, one-shot connections.
signal s
var n := 0
func on_s(): n += 1
func run():
	s.connect(on_s)
	s.emit()
	s.disconnect(on_s)
	s.emit()
	print(n)  # expect: 1
	s.connect(on_s, CONNECT_ONE_SHOT)
	s.emit()
	s.emit()
	print(n)  # expect: 2
