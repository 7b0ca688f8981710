# The language: dictionary syntax.
func run():
	var d = {a = 1, "b": 2, 3: "c", [1]: 4, Vector2(): 5, null: 6, true: 7}
# expect refused: A dictionary is written either with "key:
