# Weak types: for bad object.
func run():
	var d = JSON.new()
	for i in d: print(i)
# expect error: Cannot iterate over a value of type 'JSON'.
