# Constants, conversions and signatures: const local typed.
func run():
	const C: float = 3
	const D: Variant = 4
	print(C, D is float)
# expect: 3.0false
