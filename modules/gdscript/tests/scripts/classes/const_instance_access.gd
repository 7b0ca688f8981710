# Constants and enums through an instance.
class T:
	const K = 3
	enum { A = 7 }
func run():
	var t := T.new()
	print(t.K, " ", t.A, " ", T.K)  # expect: 3 7 3
