# The line after a lambda's block must have the indentation of a block around it.
func unindented(c = null):
	unindented(func():
				return 1
		) # expect error: matches no block
