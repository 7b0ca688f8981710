# Weak types: reassigned call.
func run():
	var a = JSON.new()
	a = RegEx.new()
	print(a.compile("a"))
# expect: 0
