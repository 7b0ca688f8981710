# Results of functions: void preload const.
func run():
	var x = "abc".foo if false else 1
# expect refused: "String" has no "foo".
