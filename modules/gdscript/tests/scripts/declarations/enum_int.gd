# Declarations: enum int.
enum E { A, B }
func run():
	var e: E = 1
	print(e)
# expect: 1
