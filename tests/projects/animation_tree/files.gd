# What is saved is read again.
extends Node

func run() -> void:
	var machine := AnimationNodeStateMachine.new()
	var walk := AnimationNodeAnimation.new()
	walk.animation = "walk"
	machine.add_node("Walk", walk, Vector2(10, 20))
	var mix := AnimationNodeBlendTree.new()
	var blend := AnimationNodeBlend2.new()
	blend.filter_enabled = true
	blend.set_filter_path("Arm:rotation", true)
	mix.add_node("Mix", blend)
	mix.add_node("Walk", walk)
	mix.connect_node("Mix", 1, "Walk")
	mix.connect_node("output", 0, "Mix")
	machine.add_node("Mixed", mix)
	var step := AnimationNodeStateMachineTransition.new()
	step.advance_condition = "fast"
	step.advance_mode = AnimationNodeStateMachineTransition.ADVANCE_MODE_AUTO
	step.xfade_time = 0.5
	machine.add_transition("Start", "Walk", AnimationNodeStateMachineTransition.new())
	machine.add_transition("Walk", "Mixed", step)
	var tree := AnimationTree.new()
	tree.name = "Tree"
	tree.tree_root = machine
	tree.set("parameters/Mixed/Mix/blend_amount", 0.25)
	tree.set("parameters/conditions/fast", true)
	var scene := PackedScene.new()
	scene.pack(tree)
	tree.free()
	print(ResourceSaver.save(scene, "user://tree.tscn"))
	tree = ResourceLoader.load("user://tree.tscn", "", ResourceLoader.CACHE_MODE_IGNORE).instantiate()
	machine = tree.tree_root
	print(machine.get_node_list(), machine.get_node_position("Walk"), machine.get_transition_count())
	for i in machine.get_transition_count():
		var read := machine.get_transition(i)
		print(machine.get_transition_from(i), " ", machine.get_transition_to(i), " ", read.advance_condition, " ", read.advance_mode, " ", read.xfade_time)
	mix = machine.get_node("Mixed")
	blend = mix.get_node("Mix")
	print(mix.get_node_list(), blend.filter_enabled, blend.filters, mix.get("node_connections"))
	print(tree.get("parameters/Mixed/Mix/blend_amount"), tree.get("parameters/conditions/fast"), tree.get("parameters/playback") is AnimationNodeStateMachinePlayback)
	tree.free()
