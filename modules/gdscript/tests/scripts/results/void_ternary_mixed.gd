# Results of functions: void ternary mixed.
func yes() -> void: print("yes")
func no(): return 1
func run():
	yes() if true else no()
# expect: yes
