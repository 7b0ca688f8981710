# WeakRef does not keep.
class R:
	pass
func run():
	var r := R.new()
	var w: WeakRef = weakref(r)
	print(w.get_ref() == r)  # expect: true
	r = null
	print(w.get_ref())  # expect: <null>
