# Weak types: match bind infer.
func run():
	match "abc":
		var x:
			var y := x.length()
			print(y)
# expect: 3
