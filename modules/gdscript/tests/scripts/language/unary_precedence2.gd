# The language: unary prec2.
func run():
	print(5 & 3 == 3)
# expect: false
