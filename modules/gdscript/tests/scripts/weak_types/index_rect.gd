# Weak types: index rect.
func run():
	var d = Rect2()
	print(d[0])
# expect refused: "Rect2" has no elements to index.
