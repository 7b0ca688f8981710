# The language: unary prec.
func run():
	print(-2 ** 2, not true == false, not (true and false), !true || true, -5 % 3, ~5 & 3, 1 - 2 - 3, 2 ** 3 ** 2, 10 / 2 / 5, 1 << 2 + 1)
	print(1 + 2 == 3 and 4 > 3, "a" + "b" == "ab", 1 if true else 2 if true else 3, not 1 in [1], not (1 in [1]), -1 in [-1])
	print(3 > 2 == true, 5 | 2 ^ 1 & 3, 7 % 4 * 2, 2 * 3 % 4, await 5, 5 as float / 2, -5 as float)
# expect: 4truetruetrue-22-46418
# expect: truetrue1falsefalsetrue
# expect: true76252.5-5.0
