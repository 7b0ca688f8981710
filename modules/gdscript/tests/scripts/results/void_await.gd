# Results of functions: void await.
func yes() -> void: print("yes")
func run():
	var x = await yes()
# expect: yes
