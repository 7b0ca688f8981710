# Weak types: index object.
func run():
	var d = JSON.new()
	print(d[0])
# expect refused: An object is indexed by the name of a
