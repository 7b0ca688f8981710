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
	print(-5 % 3, 5 % -3, 1 - -1, +5, - -5, 2 * -3)
# expect: 100000025510655351000.00.00150.55.09223372036854775807
# expect: -9223372036854775808-9223372036854775808
# expect: 33.5-31-1-1.02102401.4142135623731
# expect: 1664176-6falsetrue
# expect: truetruetruefalsetrue
# expect: 3-33.042false11.5
# expect: inf-infnan3.141592653589796.28318530717959true
# expect: 1.01.5100000.0100000000000000000000.00.0000001123456789.1230.1
# expect: -22255-6
