# Results of functions: void callable call.
func yes() -> void: print("yes")
func run():
	var x = yes.call()
	print(x)
# expect: yes
# expect: <null>
