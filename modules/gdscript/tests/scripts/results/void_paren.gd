# Results of functions: void paren.
func yes() -> void: print("yes")
func run():
	(yes())
# expect: yes
