# Weak types: await call.
func f(): return "a"
func run():
	var x = "a"
	print((await x).to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
