# A body that is not indented.
func run():
return 1
# expect refused: ndent
# expect refused: Expected a declaration
