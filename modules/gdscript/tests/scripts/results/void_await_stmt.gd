# Results of functions: void await stmt.
func yes() -> void: print("yes")
func run():
	await yes()
# expect: yes
