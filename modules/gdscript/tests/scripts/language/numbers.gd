# The language: numbers.
func run():
	print(1_000_000, 0xFF, 0b1010, 0xFF_FF, 1e3, 1.5e-3, .5, 5., 0x7FFFFFFFFFFFFFFF)
	print(9223372036854775807 + 1, -9223372036854775807 - 1)
	print(7 / 2, 7.0 / 2, -7 / 2, 7 % 3, -7 % 3, fmod(-7.0, 3.0), posmod(-7, 3), 2 ** 10, 2 ** -1, 2.0 ** 0.5)
	print(1 << 4, 256 >> 2, 5 & 3, 5 | 3, 5 ^ 3, ~5, not 5, !0)
	print(1 == 1.0, 1 < 2 and 2 < 3, 3 > 2 or false, 0.1 + 0.2 == 0.3, is_equal_approx(0.1 + 0.2, 0.3))
	print(int(3.9), int(-3.9), float(3), int("42"), bool(0), int(true), float("1.5"))
	print(INF, -INF, NAN, PI, TAU, is_nan(NAN))
	print(1.0, 1.5, 100000.0, 1e20, 1e-7, 123456789.123, 0.1)
	print(abs(-3), sign(-2.5), clamp(5, 0, 3), min(1, 2.5), max(1, 2, 3), round(2.5), floor(-1.5), ceil(1.2), snapped(5.3, 0.5))
	print(-5 % 3, 5 % -3, 1 - -1, +5, - -5, 2 * -3)
	var i := 5
	i += 2; i -= 1; i *= 3; i /= 2; i %= 5; i **= 2; i <<= 2; i >>= 1; i |= 1; i &= 0xFF; i ^= 2
	print(i)
	print(5 if i > 3 else 6, "x" if false else "y" if false else "z")
	print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2)
	print(3 in [1, 2, 3], 4 not in [1], not 3 in [3], "a" in {"a": 1})
# expect: 100000025510655351000.00.00150.55.09223372036854775807
# expect: -9223372036854775808-9223372036854775808
# expect: 33.5-31-1-1.02102401.4142135623731
# expect: 1664176-6falsetrue
# expect: truetruetruefalsetrue
# expect: 3-33.042false11.5
# expect: inf-infnan3.141592653589796.28318530717959true
# expect: 1.01.5100000.0100000000000000000000.00.0000001123456789.1230.1
# expect: 3-1.03133.0-2.02.05.5
# expect: -22255-6
# expect: 35
# expect: 5z
# expect: 59644
# expect: truetruefalsetrue
