# Weak types: inline getter wrong.
var x := 1:
	get: return "a"
# expect refused: A value of type "String" cannot be returned;
