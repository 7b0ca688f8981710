# Animations sampled between their keys, and a player that lets them act outside a tree: results of the stock engine.
class Target extends Node:
	var x := 0.0:
		set(v):
			x = v
			print("x ", snappedf(v, 0.001))
	var text := "":
		set(v):
			text = v
			print("text ", v)
	var whole := 0
	var flag := false

var player: AnimationPlayer
var target: Target

func between(values: Array) -> Array:
	var animation := Animation.new()
	var track := animation.add_track(Animation.TYPE_VALUE)
	animation.track_insert_key(track, 0.0, values[0])
	animation.track_insert_key(track, 1.0, values[1])
	var found := []
	for time in [0.0, 0.25, 0.5, 0.75, 1.0]:
		found.append(animation.value_track_interpolate(track, time))
	return found

func sampled() -> void:
	for values in [[1, 5], [1, 2.5], [true, false], ["abc", "abxyz"], [&"ab", &"cd"], [Vector2i(1, 2), Vector2i(5, 9)], [Color.RED, Color.BLUE], [null, 1],
			[[1, 2], [3, 4]], [PackedFloat32Array([1, 2]), PackedFloat32Array([3, 4, 5])], [{}, {}], [^"a", ^"b"], [Rect2i(1, 2, 3, 4), Rect2i(5, 6, 7, 8)], [PackedByteArray([1]), PackedByteArray([3])]]:
		print(between(values))
	var animation := Animation.new()
	var track := animation.add_track(Animation.TYPE_VALUE)
	for key in [[0.1, 1.0, 1.0], [0.4, 2.0, 2.0], [0.5, 5.0, -0.5], [0.9, 3.0, 0.5]]:
		animation.track_insert_key(track, key[0], key[1], key[2])
	for mode in [Animation.LOOP_NONE, Animation.LOOP_LINEAR]:
		animation.loop_mode = mode
		for wrap in [true, false]:
			animation.track_set_interpolation_loop_wrap(track, wrap)
			for interpolation in 5:
				animation.track_set_interpolation_type(track, interpolation)
				var line := []
				for time in [0.0, 0.05, 0.1, 0.25, 0.45, 0.5, 0.7, 0.9, 0.95, 1.0]:
					line.append(snappedf(animation.value_track_interpolate(track, time), 0.0001))
				print(mode, " ", wrap, " ", interpolation, " ", line)
	for find_mode in 3:
		var line := []
		for time in [-0.5, 0.0, 0.1, 0.1000001, 0.25, 0.45, 0.9, 1.3]:
			line.append(animation.track_find_key(track, time, find_mode))
			line.append(animation.track_find_key(track, time, find_mode, false, true))
		print(line)
	track = animation.add_track(Animation.TYPE_BEZIER)
	animation.bezier_track_insert_key(track, 0.0, 1.0, Vector2(-0.1, 0), Vector2(0.2, 0.5))
	animation.bezier_track_insert_key(track, 1.0, 9.0, Vector2(-0.4, 1.0))
	var curve := []
	for i in 11:
		curve.append(snappedf(animation.bezier_track_interpolate(track, i * 0.1), 0.01))
	print(curve)

func made() -> Animation:
	var animation := Animation.new()
	var track := animation.add_track(Animation.TYPE_VALUE)
	animation.track_set_path(track, ^"Target:x")
	print(animation.track_insert_key(track, 0.0, 1.0), animation.track_insert_key(track, 0.5, 2.0), animation.track_insert_key(track, 1.0, 5.0, 2.0), animation.track_insert_key(track, 0.5, 3.0))
	track = animation.add_track(Animation.TYPE_VALUE)
	animation.track_set_path(track, ^"Target:text")
	animation.value_track_set_update_mode(track, Animation.UPDATE_DISCRETE)
	for key in [[0.0, "k0"], [0.3, "k3"], [0.9, "k9"]]:
		animation.track_insert_key(track, key[0], key[1])
	track = animation.add_track(Animation.TYPE_BEZIER)
	animation.track_set_path(track, ^"Target:whole")
	animation.bezier_track_insert_key(track, 0.0, 1.0)
	animation.bezier_track_insert_key(track, 1.0, 9.0)
	return animation

func state() -> void:
	print(player.current_animation, "|", player.assigned_animation, "|", player.is_playing(), "|", target.whole, "|", player.get_queue())

func run():
	sampled()
	var root := Node.new()
	target = Target.new()
	target.name = "Target"
	root.add_child(target)
	player = AnimationPlayer.new()
	root.add_child(player)
	var library := AnimationLibrary.new()
	var animation := made()
	library.add_animation("one", animation)
	library.add_animation("two", animation.duplicate())
	player.add_animation_library("", library)
	for name in ["animation_started", "animation_finished", "current_animation_changed"]:
		player.connect(name, func(which): print(name, " [", which, "]"))
	player.animation_changed.connect(func(old, new): print("animation_changed ", old, " ", new))
	player.mixer_applied.connect(func(): print("applied"))
	player.callback_mode_process = AnimationMixer.ANIMATION_CALLBACK_MODE_PROCESS_MANUAL
	player.play("one")
	for delta in [0.0, 0.3, 0.3, 0.6, 0.6]:
		player.advance(delta)
		state()
	player.seek(0.2)
	player.advance(0)
	player.seek(0.55, true)
	player.seek(0.95, true, true)
	player.play("one")
	player.advance(0.1)
	player.stop()
	state()
	player.play("one")
	player.advance(0.4)
	player.stop(true)
	player.play("one")
	player.advance(0.4)
	player.pause()
	state()
	player.play()
	player.advance(0.1)
	player.play_backwards("one")
	player.advance(0.3)
	player.advance(0.8)
	player.play("one")
	player.queue("two")
	player.queue("one")
	state()
	player.advance(0.6)
	player.advance(0.6)
	state()
	player.advance(1.2)
	state()
	player.clear_queue()
	animation.loop_mode = Animation.LOOP_LINEAR
	player.play("one")
	player.advance(0.8)
	player.advance(0.4)
	print(snappedf(player.current_animation_position, 0.001))
	animation.loop_mode = Animation.LOOP_NONE
	print("crossing")
	player.play("one")
	player.seek(0, true)
	player.play("two", 0.5)
	for i in 6:
		player.advance(0.1)
	player.set_blend_time("two", "one", 0.2)
	player.play("one")
	for i in 3:
		player.advance(0.1)
	print(player.get_animation_list(), player.get_animation_library_list(), player.find_animation(animation))
	print("section")
	player.play_section("one", 0.25, 0.75)
	for i in 6:
		player.advance(0.1)
	print(player.get_section_start_time(), " ", player.get_section_end_time(), " ", player.has_section())
	player.speed_scale = 2.0
	player.play("two", -1, -0.5, true)
	print(player.get_playing_speed())
	player.advance(0.1)
	player.animation_set_next("two", "one")
	player.play("two")
	state()
	player.play("one")
	player.play("two")
	state()
	player.pause()
	player.play("two")
	state()
	player.advance(2.0)
	state()
	root.free()
# expect: [1, 2, 3, 4, 5]
# expect: [1.0, 1.375, 1.75, 2.125, 2.5]
# expect: [true, true, true, false, false]
# expect: ["abc", "abhy", "abny", "absyz", "abxyz"]
# expect: [&"ab", &"bc", &"bc", &"cd", &"cd"]
# expect: [(1, 2), (2, 4), (3, 6), (4, 7), (5, 9)]
# expect: [(1.0, 0.0, 0.0, 1.0), (0.75, 0.0, 0.25, 1.0), (0.5, 0.0, 0.5, 1.0), (0.25, 0.0, 0.75, 1.0), (0.0, 0.0, 1.0, 1.0)]
# expect: [<null>, <null>, <null>, <null>, 1]
# expect: [[1, 2], [2, 3], [2, 3], [3, 4], [3, 4]]
# expect: [[1.0, 2.0], [1.5, 2.5, 2.75], [2.0, 3.0, 3.5], [2.5, 3.5, 4.25], [3.0, 4.0, 5.0]]
# expect: [{  }, {  }, {  }, {  }, {  }]
# expect: [^"a", ^"a", ^"b", ^"b", ^"b"]
# expect: [[P: (1, 2), S: (3, 4)], [P: (2, 3), S: (4, 5)], [P: (3, 4), S: (5, 6)], [P: (4, 5), S: (6, 7)], [P: (5, 6), S: (7, 8)]]
# expect: [[1], [1], [3], [3], [3]]
# expect: 0 true 0 [1.0, 1.0, 1.0, 1.0, 2.0, 5.0, 5.0, 3.0, 3.0, 3.0]
# expect: 0 true 1 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 0 true 2 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: 0 true 3 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 0 true 4 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: 0 false 0 [1.0, 1.0, 1.0, 1.0, 2.0, 5.0, 5.0, 3.0, 3.0, 3.0]
# expect: 0 false 1 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 0 false 2 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: 0 false 3 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 0 false 4 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: 1 true 0 [3.0, 3.0, 1.0, 1.0, 2.0, 5.0, 5.0, 3.0, 3.0, 3.0]
# expect: 1 true 1 [1.5, 1.125, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 2.125, 1.5]
# expect: 1 true 2 [1.3656, 1.0676, 1.0, 0.45, 2.6891, 5.0, 5.5667, 3.0, 2.0563, 1.3656]
# expect: 1 true 3 [1.5, 1.125, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 2.125, 1.5]
# expect: 1 true 4 [1.3656, 1.0676, 1.0, 0.45, 2.6891, 5.0, 5.5667, 3.0, 2.0563, 1.3656]
# expect: 1 false 0 [1.0, 1.0, 1.0, 1.0, 2.0, 5.0, 5.0, 3.0, 3.0, 3.0]
# expect: 1 false 1 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 1 false 2 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: 1 false 3 [1.0, 1.0, 1.0, 1.5, 2.75, 5.0, 4.0, 3.0, 3.0, 3.0]
# expect: 1 false 4 [1.0, 1.0, 1.0, 0.625, 2.6891, 5.0, 5.15, 3.0, 3.0, 3.0]
# expect: [-1, 0, -1, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 3, -1]
# expect: [-1, -1, -1, -1, 0, 0, 0, 0, -1, -1, -1, -1, 3, 3, -1, -1]
# expect: [-1, -1, -1, -1, 0, 0, -1, -1, -1, -1, -1, -1, 3, 3, -1, -1]
# expect: [1.0, 1.68, 2.79, 4.03, 5.26, 6.41, 7.41, 8.22, 8.79, 9.06, 9.0]
# expect: 0121
# expect: current_animation_changed [one]
# expect: animation_started [one]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: x 1.0
# expect: applied
# expect: one|one|true|1|[]
# expect: text k3
# expect: x 2.2
# expect: applied
# expect: one|one|true|3|[]
# expect: x 3.4
# expect: applied
# expect: one|one|true|5|[]
# expect: text k9
# expect: x 5.0
# expect: animation_finished [one]
# expect: current_animation_changed []
# expect: applied
# expect: |one|false|9|[]
# expect: x 5.0
# expect: applied
# expect: |one|false|9|[]
# expect: text k0
# expect: x 1.8
# expect: applied
# expect: text k3
# expect: x 3.2
# expect: applied
# expect: text k9
# expect: x 4.8
# expect: applied
# expect: animation_started [one]
# expect: x 4.8
# expect: applied
# expect: x 5.0
# expect: animation_finished [one]
# expect: current_animation_changed []
# expect: applied
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: current_animation_changed []
# expect: |one|false|1|[]
# expect: animation_started [one]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: x 2.6
# expect: applied
# expect: current_animation_changed []
# expect: animation_started [one]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: x 2.6
# expect: applied
# expect: |one|false|4|[]
# expect: animation_started [one]
# expect: x 2.6
# expect: applied
# expect: x 3.0
# expect: applied
# expect: text k3
# expect: x 1.8
# expect: applied
# expect: text k0
# expect: x 1.0
# expect: animation_finished [one]
# expect: current_animation_changed []
# expect: applied
# expect: animation_started [one]
# expect: one|one|true|1|[&"two", &"one"]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: x 3.4
# expect: applied
# expect: text k9
# expect: x 5.0
# expect: animation_finished [one]
# expect: current_animation_changed [two]
# expect: animation_started [two]
# expect: animation_changed one two
# expect: applied
# expect: two|two|true|9|[&"one"]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: text k9
# expect: x 5.0
# expect: animation_finished [two]
# expect: current_animation_changed [one]
# expect: animation_started [one]
# expect: animation_changed two one
# expect: applied
# expect: one|one|true|9|[]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: x 4.2
# expect: applied
# expect: text k9
# expect: text k0
# expect: x 1.8
# expect: applied
# expect: 0.2
# expect: crossing
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: current_animation_changed [two]
# expect: animation_started [two]
# expect: x 1.0
# expect: applied
# expect: x 1.4
# expect: applied
# expect: x 1.8
# expect: applied
# expect: text k3
# expect: text k3
# expect: x 2.2
# expect: applied
# expect: x 2.6
# expect: applied
# expect: x 3.0
# expect: applied
# expect: x 3.4
# expect: applied
# expect: current_animation_changed [one]
# expect: animation_started [one]
# expect: x 3.4
# expect: applied
# expect: x 3.8
# expect: applied
# expect: x 1.8
# expect: applied
# expect: text k3
# expect: x 2.2
# expect: applied
# expect: ["one", "two"][&""]one
# expect: section
# expect: x 2.6
# expect: applied
# expect: x 3.0
# expect: applied
# expect: x 3.4
# expect: applied
# expect: x 3.8
# expect: applied
# expect: x 4.0
# expect: animation_finished [one]
# expect: current_animation_changed []
# expect: applied
# expect: x 4.0
# expect: applied
# expect: 0.25 0.75 true
# expect: current_animation_changed [two]
# expect: animation_started [two]
# expect: -1.0
# expect: x 5.0
# expect: applied
# expect: text k9
# expect: x 4.6
# expect: applied
# expect: two|two|true|8|[]
# expect: current_animation_changed [one]
# expect: animation_started [one]
# expect: current_animation_changed [two]
# expect: animation_started [two]
# expect: two|two|true|8|[&"one"]
# expect: animation_started [two]
# expect: two|two|true|8|[&"one"]
# expect: text k0
# expect: x 1.0
# expect: applied
# expect: text k3
# expect: text k9
# expect: x 5.0
# expect: animation_finished [two]
# expect: current_animation_changed [one]
# expect: animation_started [one]
# expect: animation_changed two one
# expect: applied
# expect: one|one|true|9|[]
