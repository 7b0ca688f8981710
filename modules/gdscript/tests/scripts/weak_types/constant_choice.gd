# A choice between constants of two types has no type, yet its value is known where a built-in type is wanted.
func text(s: String): return s
func run():
	var s: String = (1 if true else "a")  # expect refused: A value of type "int" cannot be in "s"
	var n: int = (1 if true else "a")
	var o := (1 if true else "a")  # expect refused: The type of "o" cannot be taken from its value
	text((1 if true else "a"))  # expect refused: Argument 1 of "text()" must be "String"
	text((1 if false else "a"))
	(1 if true else "a").new()
	var script: GDScript = (1 if true else "a")
	print(s, n, o, script)
