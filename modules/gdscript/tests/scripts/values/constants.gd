# Constants of a class and of a function.
const A = 2
const B = A * 3 + 1
const LIST = [1, 2]
const DICT = {"k": A}
func run():
	const LOCAL = B + 1
	print(A, " ", B, " ", LOCAL, " ", LIST[1], " ", DICT.k)  # expect: 2 7 8 2 2
	var alias = LIST
	alias.append(3)  # expect error: read-only
	print(LIST.size())  # expect: 2
