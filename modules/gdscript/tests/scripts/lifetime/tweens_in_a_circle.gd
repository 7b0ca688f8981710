# A tween is no part of its own parts, however many are between.
func run():
	var tree: SceneTree = Engine.get_main_loop()
	var tweens: Array[Tween] = []
	for i in 5:
		tweens.append(tree.create_tween())
	for i in 4:
		print(tweens[i].tween_subtween(tweens[i + 1]) != null)
	# expect: true
	# expect: true
	# expect: true
	# expect: true
	print(tweens[4].tween_subtween(tweens[0]))
	# expect error: tween_subtween: this tween is already a part of the one that is to become its part
	# expect: <null>
	for tween in tweens:
		tween.kill()
