# Weak types: returned null 2.
func g(x):
	if x: return JSON.new()
	return null
func run():
	g(0).parse()
# expect error: Cannot call method 'parse' on a null value.
