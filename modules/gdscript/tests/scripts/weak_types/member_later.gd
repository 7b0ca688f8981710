# Weak types: member later.
var j = JSON.new()
func run():
	var e := j.parse("1")
	print(e)
func other():
	j = null
# expect: 0
