# Weak types: weak native meta instance.
func run():
	var k = JSON
	k.parse("1")
# expect refused: "parse()" needs an instance of the class
