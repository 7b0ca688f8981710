# Weak types: returned before.
func g(): return JSON.new()
func run():
	var e := g().parse("1")
	print(e)
# expect: 0
