# Weak types: static infer.
static var j = JSON.new()
func run():
	var e := j.parse("1")
	print(e)
# expect: 0
