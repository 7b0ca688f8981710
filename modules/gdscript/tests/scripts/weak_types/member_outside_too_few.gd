# Weak types: member outside too few.
class A:
	var j = JSON.new()
func run():
	var a := A.new()
	a.j.parse()
# expect refused: "parse()" needs at least 1 argument(s), but
