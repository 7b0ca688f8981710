# The language: in ops.
func run():
	print(1 in [1], "a" in "abc", "k" in {k = 1}, 2 in PackedInt32Array([2]), "name" in Node, "x" in Vector2())
# expect refused: The operator "in" does not work on "String"
