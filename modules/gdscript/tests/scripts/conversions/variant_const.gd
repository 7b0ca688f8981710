# Constants, conversions and signatures: variant const.
const C: Variant = 3
func run():
	print(C is float, C is int)
	var x = C
	print(C + 1)
	match C:
		3: print("three")
# expect: falsetrue
# expect: 4
# expect: three
