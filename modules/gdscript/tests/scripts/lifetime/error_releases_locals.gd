# An error releases the locals of the function that it ends.
class R:
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("gone")
func f():
	var _r := R.new()
	var n = null
	n.x()  # expect error: null
func run():
	f()  # expect: gone
	print("end")  # expect: end
