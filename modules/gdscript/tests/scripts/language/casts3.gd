# The language: casts3.
func run():
	print("5" as int)
# expect refused: A value of type "String" can never be a "int".
