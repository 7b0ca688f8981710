# Weak types: inline getter none.
var x := 1:
	get: pass
# expect refused: Not every way through the function returns a
