# The language: casts4.
func run():
	print(5 as String)
# expect refused: A value of type "int" can never be a "String".
