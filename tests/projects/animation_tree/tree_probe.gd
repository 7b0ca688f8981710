# A node that is animated, a player or libraries with animations of each kind of loop, and a tree that scripts step by hand.
extends Node
var root_n: Node2D
var tree: AnimationTree
var player: AnimationPlayer
var log_on := true
class T extends Node2D:
	var v := 0.0
	var w := 0.0
	var s := 0
	var d := 0
	var flag := false
	func hit(x): print("    hit ", x)
func mk(n, length, loop, f: Callable):
	var a = Animation.new()
	a.length = length
	a.loop_mode = loop
	f.call(a)
	return a
func val(a, path, keys, mode = Animation.UPDATE_CONTINUOUS):
	var t = a.add_track(Animation.TYPE_VALUE)
	a.track_set_path(t, path)
	a.value_track_set_update_mode(t, mode)
	for k in keys: a.track_insert_key(t, k[0], k[1])
func meth(a, path, keys):
	var t = a.add_track(Animation.TYPE_METHOD)
	a.track_set_path(t, path)
	for k in keys: a.track_insert_key(t, k[0], {"method": k[1], "args": k[2]})
func setup(rootnode: AnimationRootNode, own := false):
	root_n = Node2D.new(); root_n.name = "R"
	add_child(root_n)
	var t = T.new(); t.name = "T"; root_n.add_child(t)
	var lib = AnimationLibrary.new()
	lib.add_animation("a", mk("a", 1.0, 0, func(a): val(a, "T:v", [[0.0, 0.0], [1.0, 10.0]]); meth(a, "T", [[0.0, "hit", ["a0"]], [0.5, "hit", ["a.5"]], [1.0, "hit", ["a1"]]])))
	lib.add_animation("b", mk("b", 2.0, 1, func(a): val(a, "T:v", [[0.0, 100.0], [2.0, 120.0]]); val(a, "T:w", [[0.0, 1.0], [2.0, 2.0]]); meth(a, "T", [[0.0, "hit", ["b0"]], [1.0, "hit", ["b1"]]])))
	lib.add_animation("c", mk("c", 0.5, 0, func(a): val(a, "T:w", [[0.0, 5.0], [0.5, 6.0]]); val(a, "T:s", [[0.0, 1], [0.25, 2]], Animation.UPDATE_DISCRETE)))
	lib.add_animation("p", mk("p", 1.0, 2, func(a): val(a, "T:w", [[0.0, 0.0], [1.0, 1.0]])))
	lib.add_animation("RESET", mk("RESET", 0.001, 0, func(a): val(a, "T:v", [[0.0, 0.0]]); val(a, "T:w", [[0.0, 0.0]]); val(a, "T:s", [[0.0, 0]])))
	tree = AnimationTree.new(); tree.name = "Tree"
	tree.tree_root = rootnode
	if own:
		tree.add_animation_library("", lib)
	else:
		player = AnimationPlayer.new(); player.name = "P"
		player.add_animation_library("", lib)
		root_n.add_child(player)
		tree.anim_player = NodePath("../P")
	tree.callback_mode_process = AnimationMixer.ANIMATION_CALLBACK_MODE_PROCESS_MANUAL
	tree.callback_mode_method = AnimationMixer.ANIMATION_CALLBACK_MODE_METHOD_IMMEDIATE
	tree.animation_started.connect(func(n): print("    started ", n))
	tree.animation_finished.connect(func(n): print("    finished ", n))
	root_n.add_child(tree)
	tree.active = true
	await get_tree().process_frame
func r(x): 
	if x is float: return snappedf(x, 0.0001)
	return x
func show(note, ps = []):
	var t = root_n.get_node("T")
	var l = [note, r(t.v), r(t.w), t.s]
	for p in ps: l.append(p + "=" + str(r(tree.get("parameters/" + p))))
	print(" ".join(l.map(func(x): return str(x))))
func step(d, ps = []):
	tree.advance(d)
	await get_tree().process_frame
	show("  +" + str(d), ps)
func an(n):
	var a = AnimationNodeAnimation.new(); a.animation = n
	return a
func done():
	root_n.free()
