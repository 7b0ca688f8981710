# Weak types: attribute call.
class A:
	var s := "a"
func run():
	var x = A.new()
	print(x.s.to_upper(1))
# expect error: Invalid call of the function 'to_upper' in
