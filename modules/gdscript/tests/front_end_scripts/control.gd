# Returns, loops and matches.
func some(a) -> int: # expect error: Not every way
	if a: return 1
func all(a) -> int:
	match a:
		1: return 1
		_: return 2
func nothing() -> void:
	return 1 # expect error: cannot return a value
func wrong() -> int:
	return "x" # expect error: cannot be returned
func loops(n: bool, a):
	for i in n: # expect error: cannot go through
		print(i)
	for i: String in [1]: # expect error: cannot be in a variable
		print(i)
	match a:
		a + 1: pass # expect error: A pattern is
		1, var x: pass # expect error: cannot stand in one of several
		{ a: 1 }: pass # expect error: must be constant
