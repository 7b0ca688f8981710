# Weak types: member weak weak too few.
class A:
	var j = JSON.new()
func run():
	var a = A.new()
	a.j.parse()
# expect error: Invalid call of the function 'parse' in base
