# The language: bool ops2.
func run():
	var a = 1
	var s = "a"
	var e = []
	print(a and s, a or e, e or 0, not e, s and not e)
# expect: truetruefalsetruetrue
