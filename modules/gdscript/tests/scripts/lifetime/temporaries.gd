# A temporary goes with its statement.
class R:
	var n := 1
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("gone")
func run():
	var n = R.new().n
	# expect: gone
	print(n)  # expect: 1
	R.new()
	# expect: gone
	print("end")  # expect: end
