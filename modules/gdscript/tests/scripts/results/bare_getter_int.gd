# Results of functions: bare getter int.
var x: int:
	get: return
# expect refused: The function must return a value of type
