# Weak types: function returned swap.
var flip := false
func g():
	if flip: return "s"
	flip = true
	return 1
func run():
	print(g() + 1)
	print(g() + "t")
# expect: 2
# expect: st
