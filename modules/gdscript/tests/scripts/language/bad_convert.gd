# The language: bad convert.
func run():
	var s = "a"
	var i: int = s
	print("no")
# expect error: Cannot assign a value of type 'String' to a
