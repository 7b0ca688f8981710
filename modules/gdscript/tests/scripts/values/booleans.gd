# What counts as true.
func run():
	for v in [0, 1, 0.0, 0.1, "", "a", [], [0], {}, null, Vector2(), Vector2(1, 0)]:
		print("yes" if v else "no")
	# expect: no
	# expect: yes
	# expect: no
	# expect: yes
	# expect: no
	# expect: yes
	# expect: no
	# expect: yes
	# expect: no
	# expect: no
	# expect: no
	# expect: yes
