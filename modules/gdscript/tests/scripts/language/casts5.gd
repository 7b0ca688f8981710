# The language: casts5.
func run():
	print({} is Dictionary[String, int], [1] is Array)
# expect: falsetrue
