# Weak types: match bind infer 2.
func run():
	match "abc":
		var x:
			var y := x
			print(y)
# expect: abc
