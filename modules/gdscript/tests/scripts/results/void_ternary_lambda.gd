# Results of functions: void ternary lambda.
func yes() -> void: print("yes")
func no() -> void: print("no")
func run():
	var l = func(x): yes() if x else no()
	l.call(1); l.call(0)
# expect: yes
# expect: no
