# What an array holds goes when it is removed.
class R:
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("gone")
func run():
	var a := [R.new(), 1]
	a.remove_at(0)  # expect: gone
	print(a)  # expect: [1]
