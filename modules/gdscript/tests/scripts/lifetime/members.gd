# Members go with their object.
class R:
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("member gone")
class Owner1:
	var r := R.new()
func run():
	var o := Owner1.new()
	o = null  # expect: member gone
	print(o)  # expect: <null>
