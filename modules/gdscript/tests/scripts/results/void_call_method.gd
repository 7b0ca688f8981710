# Results of functions: void call method.
func yes() -> void: print("yes")
func run():
	var x = call("yes")
	print(x)
# expect: yes
# expect: <null>
