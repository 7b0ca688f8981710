# Every compound assignment.
func run():
	var a := 10
	a += 5
	a -= 1
	a *= 2
	a /= 4
	a %= 5
	print(a)  # expect: 2
	a <<= 4
	a >>= 1
	a |= 3
	a &= 0x1B
	a ^= 1
	a **= 2
	print(a)  # expect: 324
	var s := "x"
	s += "y"
	print(s)  # expect: xy
