# Weak types: weak to typed object.
func run():
	var s = JSON.new()
	var e: Node = s
	print(e)
# expect error: Cannot assign a value of type 'JSON' to a
