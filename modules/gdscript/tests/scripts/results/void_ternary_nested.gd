# Results of functions: void ternary nested.
func yes() -> void: print("yes")
func no() -> void: print("no")
func run():
	yes() if false else yes() if false else no()
	(yes() if true else no()) if true else no()
# expect: no
# expect: yes
