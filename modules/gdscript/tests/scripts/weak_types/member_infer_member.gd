# Weak types: member infer member.
var j = JSON.new()
var e := j.parse("1")
func run():
	print(e)
# expect: 0
