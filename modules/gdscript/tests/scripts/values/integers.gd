# Integers: notations, wrap-around, division.
func run():
	print(0x1F, " ", 0b101, " ", 1_000)  # expect: 31 5 1000
	print(7 / 2, " ", -7 / 2, " ", 7 % 3, " ", -7 % 3)  # expect: 3 -3 1 -1
	print(2 ** 10, " ", 1 << 4, " ", 255 >> 3)  # expect: 1024 16 31
	print(6 & 3, " ", 6 | 3, " ", 6 ^ 3, " ", ~6)  # expect: 2 7 5 -7
	var big := 9223372036854775807
	print(big + 1)  # expect: -9223372036854775808
