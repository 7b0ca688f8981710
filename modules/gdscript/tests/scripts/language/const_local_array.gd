# The language: const local array.
func run():
	const L = [1, [2]]
	print(L[1][0], L.is_read_only(), L[1].is_read_only())
# expect: 2truetrue
