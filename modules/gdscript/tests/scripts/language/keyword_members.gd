# The language: keyword members.
func run():
	var d = {if = 1, for = 2, "class": 3, self = 4, var = 5}
	print(d.if, d.for, d.class, d.self, d.var, d)
# expect refused: Expected an expression, but found "if".
