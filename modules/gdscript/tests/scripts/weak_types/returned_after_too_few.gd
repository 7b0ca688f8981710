# Weak types: returned after too few.
func run():
	g().parse()
func g(): return JSON.new()
# expect error: Invalid call of the function 'parse' in base
