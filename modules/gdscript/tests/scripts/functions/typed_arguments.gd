# Typed arguments convert or refuse.
func f(i: int, s: String) -> String:
	return "%d%s" % [i, s]
func run():
	print(f(2.9, &"x"))  # expect: 2x
	call("bad")
	print("end")  # expect: end
func bad():
	var v: Variant = "no number"
	f(v, "")  # expect error: f
	print("not reached")
