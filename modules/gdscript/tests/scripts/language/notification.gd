# The language: notification.
class N extends Object:
	func _notification(w): if w == NOTIFICATION_POSTINITIALIZE or w == NOTIFICATION_PREDELETE: print("n ", w)
func run():
	var n = N.new()
	n.notification(1000)
	n.free()
# expect: n 1
