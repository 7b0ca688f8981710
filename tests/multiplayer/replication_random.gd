# Long sequences of changes by the dice: -s replication_random.gd -- SEED STEPS. Every packet, and what each side has in the end.
extends "replication_wire.gd"

const VALUES := [1, -5, 300, 70000, 1 << 40, true, false, null, 1.5, "s", &"n", Vector2(1, 2), [1, [2]], {1: 2}, [1, 2, 3]]

var state := 1


func roll(sides: int) -> int:
	state = (state * 1103515245 + 12345) & 0x7fffffff
	return (state >> 8) % sides


func any_value() -> Variant:
	return VALUES[roll(VALUES.size())]


func _initialize() -> void:
	multiplayer_poll = false
	actor.source_code = SOURCE
	actor.reload()
	await process_frame
	state = int(OS.get_cmdline_user_args()[0])
	begin()
	var several := make_actor("T")
	several.add_child(make_synchronizer("S1", {^".:a": [true, 1], ^".:b": [true, 2]}))
	several.add_child(make_synchronizer("S2", {^".:c": [true, 2], ^".:process_priority": [false, 1]}))
	make_scene("res://several.tscn", several)
	make_scene("res://plain.tscn", make_actor("U"))
	add_spawners(["res://plain.tscn", "res://several.tscn"])
	for side: End in [server, client]:
		side.node.get_node("Spawner").spawn_function = func(data: Variant) -> Node:
			var node := make_actor("C")
			node.add_child(make_synchronizer("S", {^".:a": [true, 2]}))
			node.a = data
			return node
	add_synced({^".:a": [true, 1], ^".:b": [true, 2], ^".:c": [true, 2]})
	connect_them()
	for i in int(OS.get_cmdline_user_args()[1]):
		await change_something()
		if roll(3) == 0:
			tick()
	tick(3)
	for side: End in [server, client]:
		for node in world(side).get_children() + [side.node.get_node("N")]:
			print(":  %d: %s %s" % [side.wire.id, node.name, var_to_str([node.a, node.b, node.c, node.process_priority])])
	end()
	quit()


func change_something() -> void:
	var nodes := world(server).get_children()
	var node: Node = nodes[roll(nodes.size())] if nodes.size() else null
	var twin: Node = world(client).get_node_or_null(NodePath(node.name)) if node else null
	var fixed := server.node.get_node("N")
	var step := roll(22)
	print(": step ", step)
	match step:
		0:
			world(server).add_child((load("res://several.tscn") as PackedScene).instantiate(), true)
		1:
			world(server).add_child((load("res://plain.tscn") as PackedScene).instantiate(), true)
		2:
			server.node.get_node("Spawner").spawn(any_value())
		3:
			if node:
				node.free()
		4:
			if node:
				node.a = any_value()
				node.process_priority = roll(5)
		5:
			if node:
				node.b = any_value()
				node.c = any_value()
		6:
			fixed.b = any_value()
		7:
			fixed.a = any_value()
		8:
			fixed.get_node("S").public_visibility = roll(2) == 0
		9:
			fixed.get_node("S").set_visibility_for(2, roll(2) == 0)
		10, 11:
			var name := "S1" if step == 10 else "S2"
			if node and node.has_node(name):
				node.get_node(name).public_visibility = roll(2) == 0
		12:
			if node and node.has_node("S2"):
				node.get_node("S2").set_visibility_for(2, roll(2) == 0)
		13:
			if node:
				node.queue_free()
				await process_frame
		14:
			await pause()
		15:
			tick(2)
		16:
			if twin and twin.has_node("S1"):
				var id := 1 + roll(2)
				node.get_node("S1").set_multiplayer_authority(id)
				twin.get_node("S1").set_multiplayer_authority(id)
				tick(2)
		17:
			if twin:
				twin.a = any_value()
				twin.b = any_value()
		18:
			var synchronizer := fixed.get_node("S")
			fixed.remove_child(synchronizer)
			tick()
			fixed.add_child(synchronizer)
			tick()
		19:
			var id := 1 + roll(2)
			for side: End in [server, client]:
				side.node.get_node("N/S").set_multiplayer_authority(id)
			tick(2)
		20:
			client.node.get_node("N").a = any_value()
			client.node.get_node("N").b = any_value()
		21:
			if node:
				node.add_child(make_synchronizer("Later", {^".:c": [true, 2]}), true)
				tick()
