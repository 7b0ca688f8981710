# Weak types: weak meta arguments.
class A:
	func _init(a): pass
func run():
	var k = A
	k.new()
# expect refused: "new()" needs at least 1 argument(s), but is
