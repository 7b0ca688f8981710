# The language: typed dictionary errors.
func run():
	var d: Dictionary[String, int] = {}
	var k = 5
	d[k] = 1
	print("after ", d)
# expect refused: "Dictionary[String, int]" cannot be indexed
