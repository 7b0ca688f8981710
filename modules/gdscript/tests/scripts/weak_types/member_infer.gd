# Weak types: member infer.
var j = JSON.new()
func run():
	var e := j.parse("1")
	print(e)
# expect: 0
