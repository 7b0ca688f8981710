# Constants, conversions and signatures: const array typed.
const C: Array[int] = [1, 2]
func run():
	print(C.is_typed(), C)
	for c in C: print(c)
# expect: true[1, 2]
# expect: 1
# expect: 2
