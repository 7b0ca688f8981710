# A constructor that does not get its arguments.
class P:
	func _init(_x): pass
func run():
	go()
	print("caller")  # expect: caller
func go():
	var c: Variant = P
	c.new()  # expect error: argument
	print("no")
