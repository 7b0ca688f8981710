# Weak types: reassigned typed untyped.
func g(): return 1
func run():
	var a = JSON.new()
	a = g()
	a.parse()
# expect error: Invalid call. Nonexistent function 'parse' in
