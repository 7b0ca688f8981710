# Weak types: returned self call.
func g(): return JSON.new()
func run():
	var e := self.g().parse("1")
	print(e)
# expect: 0
