# What animations and text fields call may change them in the middle of what they do.
class Clearing extends AnimationPlayer:
	var renews := false
	func _post_process_key_value(_animation, _track, value, _object_id, _index):
		clear_caches()
		if renews:
			renews = false
			advance(0)
		return value

# Every step begins anew in the middle of itself.
class Restless extends AnimationPlayer:
	var depth := 0
	var steps := 0
	func _post_process_key_value(_animation, _track, value, _object_id, _index):
		steps += 1
		if depth < 12:
			depth += 1
			clear_caches()
			advance(0)
			depth -= 1
		return value

class Removing extends Node:
	var player: AnimationPlayer
	var value := 1.0:
		get:
			if player and player.has_animation_library(""):
				player.remove_animation_library("")
			return value

class Renewing extends Node:
	var player: AnimationPlayer
	var armed := false
	var y := 1.0
	var x := 1.0:
		get:
			if armed:
				armed = false
				player.get_animation_library("").remove_animation("a")
				player.advance(0)
			return x

class Clearer extends RefCounted:
	var player: AnimationPlayer
	func _notification(what):
		if what == NOTIFICATION_PREDELETE and is_instance_valid(player):
			player.clear_caches()

class Returning extends AnimationPlayer:
	func _post_process_key_value(_animation, _track, _value, _object_id, _index):
		var clearer := Clearer.new()
		clearer.player = self
		return clearer

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

func restless() -> void:
	var node := Node2D.new()
	var player := Restless.new()
	node.add_child(player)
	player.add_animation_library("", library_of(steady([["position", Vector2(), 0], ["scale", Vector2(), 0], ["rotation", 0.0, 0]])))
	player.play("a")
	player.advance(0)
	print("few steps ", player.steps < 100)
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

# The tracks that are captured have other numbers after the first one was asked.
func targets_renewed_by_getter() -> void:
	var node := Renewing.new()
	var player := AnimationPlayer.new()
	node.add_child(player)
	node.player = player
	var library := AnimationLibrary.new()
	library.add_animation("a", steady([["name", "n", Animation.UPDATE_DISCRETE], ["process_priority", 1, Animation.UPDATE_CONTINUOUS]]))
	library.add_animation("z", steady([["x", 2.0, Animation.UPDATE_CAPTURE], ["y", 2.0, Animation.UPDATE_CAPTURE]]))
	player.add_animation_library("", library)
	player.play("a")
	player.advance(0)
	node.armed = true
	player.play_with_capture("z", 1.0)
	print("renewed ", player.current_animation)
	node.free()

func values_that_clear_caches() -> void:
	var node := Holder.new()
	var player := Returning.new()
	player.add_animation_library("", library_of(steady([["x", 100.0, Animation.UPDATE_CONTINUOUS]])))
	node.add_child(player)
	player.play("a")
	for i in 4:
		player.advance(0.1)
	print("returned ", node.x)
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
	restless()
	library_removed_by_getter()
	targets_renewed_by_getter()
	values_that_clear_caches()
	blended_by_no_number()
	libraries_set_against_a_handler()
	for replacement in ["", "x\n".repeat(100)]:
		edited_by_handler(replacement, func(field): field.set_line(3, "zz"))
		edited_by_handler(replacement, func(field): field.set_caret_line(4); field.swap_lines(0, 2))
	var image := Image.new()
	image.shrink_x2()
	print("image ", image.get_size())
# expect: cleared true
# expect: cleared true
# expect: few steps true
# expect: removed false
# expect: renewed z
# expect: returned 1.0
# expect: 200.0 50.0
# expect: libraries false
# expect: lines true
# expect: lines true
# expect: lines true
# expect: lines true
# expect: image (0, 0)
