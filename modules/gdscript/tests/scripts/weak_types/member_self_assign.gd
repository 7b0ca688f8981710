# Weak types: member self assign.
var j = JSON.new()
func other():
	self.j = RegEx.new()
func run():
	var e := j.parse("1")
	print(e)
# expect refused: The type of "e" cannot be taken from its
