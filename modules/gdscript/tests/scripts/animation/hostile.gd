# What animations and text fields call may change them in the middle of what they do.
class Clearing extends AnimationPlayer:
	var renews := false
	func _post_process_key_value(_animation, _track, value, _object_id, _index):
		clear_caches()
		if renews:
			renews = false
			advance(0)
		return value

class Removing extends Node:
	var player: AnimationPlayer
	var value := 1.0:
		get:
			if player and player.has_animation_library(""):
				player.remove_animation_library("")
			return value

func library_of(animation: Animation) -> AnimationLibrary:
	var library := AnimationLibrary.new()
	library.add_animation("a", animation)
	return library

func caches_cleared_by_values(renews: bool) -> void:
	var node := Node2D.new()
	var player := Clearing.new()
	player.renews = renews
	node.add_child(player)
	var animation := Animation.new()
	for property in ["position", "scale", "rotation"]:
		var track := animation.add_track(Animation.TYPE_VALUE)
		animation.track_set_path(track, NodePath(".:" + property))
		animation.track_insert_key(track, 0.0, node.get(property))
		animation.track_insert_key(track, 1.0, node.get(property))
	player.add_animation_library("", library_of(animation))
	player.play("a")
	player.advance(0.1)
	print("cleared ", player.is_playing())
	node.free()

func library_removed_by_getter() -> void:
	var node := Removing.new()
	var player := AnimationPlayer.new()
	node.add_child(player)
	var animation := Animation.new()
	var track := animation.add_track(Animation.TYPE_VALUE)
	animation.track_set_path(track, NodePath(".:value"))
	animation.value_track_set_update_mode(track, Animation.UPDATE_CAPTURE)
	animation.track_insert_key(track, 0.5, 2.0)
	player.add_animation_library("", library_of(animation))
	node.player = player
	player.play_with_capture("a", 1.0) # expect error: The animation "a" is gone
	print("removed ", player.is_playing())
	node.free()

class Holder extends Node:
	var x := 1.0
	var y := 2.0

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

func blended_by_no_number() -> void:
	var node := Holder.new()
	var player := played_by(node)
	player.play("a")
	player.advance(0.1)
	player.play("b", NAN)
	player.advance(0.1)
	print(node.x, " ", node.y)
	node.free()

func libraries_set_against_a_handler() -> void:
	var player := AnimationPlayer.new()
	player.add_animation_library("x", AnimationLibrary.new())
	var added := [0]
	player.animation_libraries_updated.connect(func():
		if player.get_animation_library_list().size() < 5:
			added[0] += 1
			player.add_animation_library("n%d" % added[0], AnimationLibrary.new()))
	player.set("libraries", {})
	print("libraries ", player.has_animation_library("x"))
	player.free()

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

func edited_by_handler(replacement: String, edit: Callable) -> void:
	var field := TextEdit.new()
	field.text = "a\nb\nc\nd\ne"
	var busy := [false]
	field.lines_edited_from.connect(func(_from, _to):
		if not busy[0]:
			busy[0] = true
			field.text = replacement
			busy[0] = false)
	edit.call(field)
	field.insert_text_at_caret("x")
	print("lines ", field.get_line_count() > 0)
	field.free()

func run():
	caches_cleared_by_values(false)
	caches_cleared_by_values(true)
	library_removed_by_getter()
	captured_twice()
	blended_by_no_number()
	libraries_set_against_a_handler()
	named_twice()
	for replacement in ["", "x\n".repeat(100)]:
		edited_by_handler(replacement, func(field): field.set_line(3, "zz"))
		edited_by_handler(replacement, func(field): field.set_caret_line(4); field.swap_lines(0, 2))
	var image := Image.new()
	image.shrink_x2()
	print("image ", image.get_size())
# expect: cleared true
# expect: cleared true
# expect: removed false
# expect: 1.0 2.0
# expect: 50.5 2.0
# expect: 100.0 2.0
# expect: 200.0 2.0
# expect: 200.0 26.0
# expect: 200.0 50.0
# expect: 200.0 50.0
# expect: libraries false
# expect: heard 1
# expect: lines true
# expect: lines true
# expect: lines true
# expect: lines true
# expect: image (0, 0)
