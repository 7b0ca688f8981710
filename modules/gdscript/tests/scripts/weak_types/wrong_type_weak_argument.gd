# Weak types: wrong type weak argument.
func run():
	var s = JSON.new()
	var a = 1
	print(s.parse(a))
# expect error: Invalid call of the function 'parse' in base
