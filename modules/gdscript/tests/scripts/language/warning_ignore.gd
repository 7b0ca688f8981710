# The language: warning ignore.
@warning_ignore("unused_signal")
signal s
@warning_ignore_start("unused_variable", "unused_parameter")
func f(x):
	var y = 1
@warning_ignore_restore("unused_variable", "unused_parameter")
func run():
	@warning_ignore("integer_division")
	print(5 / 2)
	@warning_ignore("unused_variable", "shadowed_variable")
	var z = 1
	f(1)
# expect: 2
