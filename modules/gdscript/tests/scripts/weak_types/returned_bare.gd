# Weak types: returned bare.
func g(x):
	if x: return JSON.new()
	return
func run():
	g(0).parse()
# expect error: Cannot call method 'parse' on a null value.
