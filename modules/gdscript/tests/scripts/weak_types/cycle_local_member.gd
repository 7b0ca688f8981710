# Weak types: cycle local member.
var a = 4
func run():
	var a = a
	print(a)
# expect: 4
