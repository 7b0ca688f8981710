extends "tree_probe.gd"
func bt(x, names):
	var t = AnimationNodeBlendTree.new()
	t.add_node("x", x)
	for i in names.size():
		t.add_node("n" + str(i), an(names[i]))
		t.connect_node("x", i, "n" + str(i))
	t.connect_node("output", 0, "x")
	return t
func run2(x, names, param, values):
	for sync in [false, true]:
		if x is AnimationNodeSync: x.sync = sync
		print(x.get_class(), " sync ", sync)
		await setup(bt(x, names))
		for v in values:
			if param != "": tree.set("parameters/x/" + param, v)
			await step(0.3, ["x/current_position", "x/current_length", "n0/current_position", "n1/current_position"] if names.size() > 1 else ["x/current_position", "x/current_length", "n0/current_position"])
		done()
func run() -> void:
	var vs = [0.0, 0.25, 0.5, 1.0, 1.0, 0.0, 0.0, 0.5, 2.0, -1.0]
	await run2(AnimationNodeBlend2.new(), ["a", "b"], "blend_amount", vs)
	await run2(AnimationNodeBlend2.new(), ["b", "a"], "blend_amount", vs)
	await run2(AnimationNodeBlend3.new(), ["a", "b", "c"], "blend_amount", [0.0, -0.5, -1.0, 0.5, 1.0, 0.0, 0.3, 2.0])
	await run2(AnimationNodeAdd2.new(), ["a", "b"], "add_amount", vs)
	await run2(AnimationNodeAdd3.new(), ["a", "b", "c"], "add_amount", [0.0, -0.5, -1.0, 0.5, 1.0, 0.0, 0.3])
	await run2(AnimationNodeSub2.new(), ["a", "b"], "sub_amount", vs)
	await run2(AnimationNodeTimeScale.new(), ["b"], "scale", [1.0, 2.0, 0.5, 0.0, 0.0, -1.0, -1.0, 1.0])
	await run2(AnimationNodeTimeSeek.new(), ["b"], "seek_request", [-1.0, 1.5, -1.0, 0.0, -1.0, 0.25, -1.0])
	var ts = AnimationNodeTimeSeek.new(); ts.explicit_elapse = false
	await run2(ts, ["b"], "seek_request", [-1.0, 1.5, -1.0, 0.0, -1.0, 0.25, -1.0])
	# filters
	var f = AnimationNodeBlend2.new()
	f.filter_enabled = true
	f.set_filter_path("T:w", true)
	await run2(f, ["a", "b"], "blend_amount", [0.0, 0.5, 1.0])
	var g = AnimationNodeAdd2.new()
	g.filter_enabled = true
	g.set_filter_path("T:w", true)
	await run2(g, ["a", "b"], "add_amount", [0.0, 0.5, 1.0])
