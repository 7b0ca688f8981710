# The language: int overflow.
func run():
	var i := 9223372036854775807
	i += 1
	print(i, i - 1, -i, absi(i))
	print(1 << 63, 1 << 64, 1 << 62, -1 >> 1)
# expect refused: Neither side of a shift may be negative.
