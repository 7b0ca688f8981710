# The old value goes when the new one is there.
class R:
	var n
	func _init(x):
		n = x
		print("+", x)
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("-", n)
func run():
	var _r := R.new(1)  # expect: +1
	_r = R.new(2)
	# expect: +2
	# expect: -1
	_r = null  # expect: -2
