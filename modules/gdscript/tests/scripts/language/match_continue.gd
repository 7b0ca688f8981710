# The language: match continue.
func run():
	for i in 5:
		match i:
			1: continue
			3: break
		print(i)
	match 5:
		5:
			print("five")
	match [1, 2]:
		[1, 2] when false: print("no")
		[1, ..]: print("yes")
	var x = 5
	match 5:
		x: print("var pattern")
	match "a":
		"a" when x > 3: print("guard")
# expect: 0
# expect: 2
# expect: five
# expect: yes
# expect: var pattern
# expect: guard
