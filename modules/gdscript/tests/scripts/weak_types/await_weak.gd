# Weak types: await weak.
signal s
func run():
	var a = JSON.new()
	var e := await a.parse("1")
	print(e)
# expect: 0
