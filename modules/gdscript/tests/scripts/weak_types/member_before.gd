# Weak types: member before.
var j = JSON.new()
func other():
	j = null
func run():
	var e := j.parse("1")
	print(e)
# expect: 0
