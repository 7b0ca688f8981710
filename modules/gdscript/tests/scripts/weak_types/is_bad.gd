# Weak types: is bad.
func run():
	var s = JSON.new()
	print(s is Node)
# expect: false
