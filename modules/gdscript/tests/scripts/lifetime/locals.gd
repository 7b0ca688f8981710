# A local goes when its function or block ends.
class R:
	var n
	func _init(x): n = x
	func _notification(what):
		if what == NOTIFICATION_PREDELETE: print("-", n)
func f():
	var _r := R.new("f")
	print("in f")
func run():
	f()
	# expect: in f
	# expect: -f
	if true:
		var _b := R.new("block")
	# expect: -block
	print("end")  # expect: end
