# Weak types: returned two.
func g(x):
	if x: return JSON.new()
	return "a"
func run():
	g(1).parse()
# expect error: Invalid call of the function 'parse' in base
