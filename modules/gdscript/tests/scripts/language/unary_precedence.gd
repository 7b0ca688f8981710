# The language: unary precedence.
func run():
	print(-2 ** 2, not true == false, not (true and false), !true || true, -5 % 3, ~5 & 3, 1 - 2 - 3, 2 ** 3 ** 2, 10 / 2 / 5, 1 << 2 + 1)
	print(1 + 2 == 3 and 4 > 3, 5 & 3 == 3, "a" + "b" == "ab", 1 if true else 2 if true else 3, not 1 in [1], not (1 in [1]), -1 in [-1])
	print(3 > 2 == true, 1 < 2 != false, 5 | 2 ^ 1 & 3, 7 % 4 * 2, 2 * 3 % 4, await 5, 5 as float / 2, -5 as float)
	print(1 is int and "a" is String, 5 is int == true, not 5 is float, null is Node or true)
# expect refused: A value of type "int" can never be a "float".
