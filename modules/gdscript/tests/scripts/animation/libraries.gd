# Animations of one player side by side: captures one after the other, one animation under two names, what follows in a library.
class Holder extends Node:
	var x := 1.0
	var y := 2.0

func library_of(animation: Animation) -> AnimationLibrary:
	var library := AnimationLibrary.new()
	library.add_animation("a", animation)
	return library

func steady(tracks: Array) -> Animation:
	var animation := Animation.new()
	animation.length = 10.0
	for entry in tracks:
		var track := animation.add_track(Animation.TYPE_VALUE)
		animation.track_set_path(track, NodePath(".:" + entry[0]))
		animation.track_insert_key(track, 0.0, entry[1])
		animation.value_track_set_update_mode(track, entry[2])
	return animation

func played_by(node: Node) -> AnimationPlayer:
	var library := AnimationLibrary.new()
	library.add_animation("a", steady([["x", 100.0, Animation.UPDATE_CAPTURE]]))
	library.add_animation("b", steady([["x", 200.0, Animation.UPDATE_CONTINUOUS], ["y", 50.0, Animation.UPDATE_CAPTURE]]))
	var player := AnimationPlayer.new()
	player.add_animation_library("", library)
	node.add_child(player)
	return player

func captured_twice() -> void:
	var node := Holder.new()
	var player := played_by(node)
	player.play_with_capture("a", 1.0)
	for delta in [0.0, 0.5, 1.0]:
		player.advance(delta)
		print(node.x, " ", node.y)
	player.play_with_capture("b", 1.0)
	for delta in [0.0, 0.5, 1.0]:
		player.advance(delta)
		print(node.x, " ", node.y)
	node.free()

func named_twice() -> void:
	var animation := Animation.new()
	var library := library_of(animation)
	library.add_animation("again", animation)
	var heard := [0]
	library.animation_changed.connect(func(_name): heard[0] += 1)
	library.remove_animation("a")
	animation.length = 3.0
	library.remove_animation("again")
	animation.length = 4.0
	print("heard ", heard[0])

func next_in_library() -> void:
	var player := AnimationPlayer.new()
	player.add_animation_library("library", library_of(Animation.new()))
	player.animation_set_next("library/a", "b")
	print(player.get("next/library/a"))
	var copy := player.duplicate()
	print(copy.animation_get_next("library/a"))
	player.free()
	copy.free()

func run():
	captured_twice()
	named_twice()
	next_in_library()
# expect: 1.0 2.0
# expect: 50.5 2.0
# expect: 100.0 2.0
# expect: 200.0 2.0
# expect: 200.0 26.0
# expect: 200.0 50.0
# expect: heard 1
# expect: b
# expect: b
