extends "tree_probe.gd"
func run() -> void:
	for sync in 2:
		for mode in 3:
			print("1D mode ", mode, " sync ", sync)
			var s = AnimationNodeBlendSpace1D.new()
			s.blend_mode = mode; s.sync = sync
			s.add_blend_point(an("a"), -1.0)
			s.add_blend_point(an("b"), 0.0)
			s.add_blend_point(an("c"), 1.0)
			await setup(s)
			for v in [0.0, -0.5, -1.0, -2.0, 0.25, 0.75, 1.0, 5.0, 0.0]:
				tree.set("parameters/blend_position", v)
				await step(0.2, ["blend_position", "closest", "0/current_position", "1/current_position", "2/current_position", "current_position", "current_length"])
			done()
	var s = AnimationNodeBlendSpace1D.new()
	await setup(s)
	await step(0.1, ["blend_position", "closest"])
	s.add_blend_point(an("b"), 3.0)
	print(s.get_blend_point_count(), " ", s.get_blend_point_position(0))
	tree.set("parameters/blend_position", 3.0)
	await step(0.1, ["blend_position", "closest"])
	s.add_blend_point(an("a"), 0.5, 0)
	print(s.get_blend_point_position(0), " ", s.get_blend_point_node(0).animation)
	s.remove_blend_point(0)
	s.min_space = 2.0
	s.max_space = -5.0
	print(s.min_space, " ", s.max_space)
	done()
