# Types as values: hard class new arguments.
class A:
	func _init(x): print(x)
func run():
	var a := A
	a.new(1)
	a.new()
# expect refused: "new()" needs at least 1 argument(s), but is
