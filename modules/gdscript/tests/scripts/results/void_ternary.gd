# Results of functions: void ternary.
func yes() -> void: print("yes")
func no() -> void: print("no")
func run():
	yes() if true else no()
	yes() if randf() > 2 else no()
# expect: yes
# expect: no
