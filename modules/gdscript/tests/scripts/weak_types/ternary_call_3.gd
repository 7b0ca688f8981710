# Weak types: ternary call 3.
func run():
	var x = "a"
	print((x if true else 1).to_upper(1))
# expect error: Invalid call of the function 'to_upper' in
