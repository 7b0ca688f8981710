# Weak types: cast bad object.
func run():
	var s = JSON.new()
	print(s as Node)
# expect: <null>
