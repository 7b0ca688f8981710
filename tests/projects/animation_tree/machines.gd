extends "tree_probe.gd"
var pb
func sm(names):
	var m = AnimationNodeStateMachine.new()
	for n in names: m.add_node(n.to_upper(), an(n))
	return m
func tra(m, a, b, xfade = 0.0, sw = 0, adv = 1, cond = "", expr = "", reset = true, prio = 1):
	var t = AnimationNodeStateMachineTransition.new()
	t.xfade_time = xfade; t.switch_mode = sw; t.advance_mode = adv; t.advance_condition = cond; t.advance_expression = expr; t.reset = reset; t.priority = prio
	m.add_transition(a, b, t)
	return t
func s2(d):
	tree.advance(d)
	await get_tree().process_frame
	print("  +", d, " [", pb.get_current_node(), " ", r(pb.get_current_play_position()), "/", r(pb.get_current_length()), "] from [", pb.get_fading_from_node(), " ", r(pb.get_fading_from_play_position()), "/", r(pb.get_fading_from_length()), "] ", r(pb.get_fading_position()), "/", r(pb.get_fading_length()), " path ", pb.get_travel_path(), " playing ", pb.is_playing())
	show("     ", [])
func go(m):
	await setup(m)
	pb = tree.get("parameters/playback")
	pb.state_started.connect(func(s): print("    state_started ", s))
	pb.state_finished.connect(func(s): print("    state_finished ", s))
func run() -> void:
	var m
	print("teleport")
	m = sm(["a", "b", "c"])
	tra(m, "Start", "A", 0.0, 0, 2)
	await go(m)
	await s2(0.3)
	pb.travel("C")
	await s2(0.1); await s2(0.1)
	pb.travel("A", false)
	await s2(0.1); await s2(0.1)
	done()
	print("conditions")
	m = sm(["a", "b", "c"])
	tra(m, "Start", "A", 0.0, 0, 2)
	tra(m, "A", "B", 0.0, 0, 2, "go_b")
	tra(m, "B", "C", 0.2, 0, 2, "", "flag and v > 101")
	tra(m, "C", "A", 0.0, 2, 2)
	await go(m)
	tree.advance_expression_base_node = NodePath("../T")
	for p in tree.get_property_list():
		if p.name.begins_with("parameters/cond"): print(p)
	await s2(0.2); await s2(0.2)
	tree.set("parameters/conditions/go_b", true)
	await s2(0.2)
	tree.set("parameters/conditions/go_b", false)
	await s2(0.2)
	root_n.get_node("T").flag = true
	for i in 8: await s2(0.2)
	done()
	print("priority")
	m = sm(["a", "b", "c"])
	tra(m, "Start", "A", 0.0, 0, 2)
	tra(m, "A", "B", 0.0, 0, 2, "x", "", true, 3)
	tra(m, "A", "C", 0.0, 0, 2, "y", "", true, 1)
	await go(m)
	await s2(0.2)
	tree["parameters/conditions/x"] = true
	tree["parameters/conditions/y"] = true
	await s2(0.2); await s2(0.2)
	done()
	print("no start, no transitions")
	m = sm(["a"])
	await go(m)
	await s2(0.1); await s2(0.1)
	pb.start("A")
	await s2(0.1); await s2(0.1)
	done()
	print("break loop at end")
	m = sm(["b", "a"])
	tra(m, "Start", "B", 0.0, 0, 2)
	var t = tra(m, "B", "A", 0.2, 2, 2)
	t.break_loop_at_end = true
	await go(m)
	for i in 14: await s2(0.2)
	done()
	print("end to start")
	m = sm(["a", "c"])
	tra(m, "Start", "A", 0.0, 0, 2)
	tra(m, "A", "C", 0.0, 2, 2)
	tra(m, "C", "A", 0.0, 2, 2)
	await go(m)
	for i in 14: await s2(0.2)
	done()
