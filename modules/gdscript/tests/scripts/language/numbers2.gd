# The language: numbers2.
func run():
	var i := 5
	i += 2; i -= 1; i *= 3; i /= 2; i %= 5; i **= 2; i <<= 2; i >>= 1; i |= 1; i &= 0xFF; i ^= 2
	print(i)
	print(5 if i > 3 else 6, "x" if false else "y" if false else "z")
	print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2)
	print(3 in [1, 2, 3], 4 not in [1], not 3 in [3], "a" in {"a": 1})
	print(abs(-3), sign(-2.5), clamp(5, 0, 3), min(1, 2.5), max(1, 2, 3), round(2.5), floor(-1.5), ceil(1.2), snapped(5.3, 0.5))
# expect: 35
# expect: 5z
# expect: 59644
# expect: truetruefalsetrue
# expect: 3-1.03133.0-2.02.05.5
