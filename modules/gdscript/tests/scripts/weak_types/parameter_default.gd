# Weak types: parameter default.
func f(j = JSON.new()):
	var e := j.parse("1")
	print(e)
func run(): f()
# expect: 0
