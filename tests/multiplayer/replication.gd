# Nodes and state from the server to clients, one of whom comes late; clients that own what the server spawns; who sees what.
# The test starts "b" when the server says "late". With KILL=a or KILL=server in the environment it kills that one when the server says "kill".
extends "peer_base.gd"

var folder: String = get_script().resource_path.get_base_dir()
var world: Node
var spawner: MultiplayerSpawner
var talk: Talk


class Talk extends Node:
	signal step_done

	@rpc("any_peer") func here(who: String) -> void:
		get_tree().names[multiplayer.get_remote_sender_id()] = who
		step_done.emit()

	@rpc func step(all: Dictionary, title: String) -> void:
		get_tree().names = all
		get_tree().say("--- " + title)
		get_tree().follow(title)
		here.rpc_id(1, get_tree().my_name)


func prepare() -> void:
	world = Node.new()
	world.name = "World"
	root.add_child(world)
	spawner = MultiplayerSpawner.new()
	spawner.name = "Spawner"
	spawner.spawn_path = ^"../World"
	spawner.add_spawnable_scene(folder.path_join("mob.tscn"))
	spawner.spawn_function = make_player
	spawner.spawned.connect(func(node: Node) -> void: say("spawned %s" % node.name))
	spawner.despawned.connect(func(node: Node) -> void: say("despawned %s" % node.name))
	root.add_child(spawner)
	talk = Talk.new()
	talk.name = "Talk"
	root.add_child(talk)
	# There on all peers from the start.
	var board := Node2D.new()
	board.name = "Board"
	board.add_child(make_synchronizer([^".:position"], SceneReplicationConfig.REPLICATION_MODE_ON_CHANGE))
	board.get_child(0).delta_synchronized.connect(func() -> void:
		if board.position:
			say("the board is at %s" % board.position))
	root.add_child(board)


func make_synchronizer(paths: Array, mode: int) -> MultiplayerSynchronizer:
	var synchronizer := MultiplayerSynchronizer.new()
	synchronizer.name = "Synchronizer"
	synchronizer.replication_config = SceneReplicationConfig.new()
	for path: NodePath in paths:
		synchronizer.replication_config.add_property(path)
		synchronizer.replication_config.property_set_replication_mode(path, mode)
	return synchronizer


# State flows on while one of them dies.
func survive() -> void:
	var mob := world.get_node(^"First")
	process_frame.connect(func() -> void:
		if is_instance_valid(mob):
			mob.position.x += 1
			mob.items = [mob.position.x])
	print("kill")
	await get_multiplayer().peer_disconnected
	await step("one is gone")
	say("--- end")
	talk.step.rpc(names, "end")
	while not get_multiplayer().get_peers().is_empty():
		await process_frame
	quit()


func network_event(event: String, id: int) -> void:
	if event == "peer_disconnected" and my_name == "server" and OS.get_environment("KILL"):
		say("%s is gone" % name_of(id))
		world.get_node(name_of(id)).free()
		names.erase(id)
	elif event == "server_disconnected":
		say("the server is gone")
		await frames(10)
		say("still here: %d" % world.get_child_count())
		quit()


# A node that the client of this id owns.
func make_player(data: Variant) -> Node:
	var player := Node2D.new()
	player.name = data.who
	var state := make_synchronizer([^".:position"], SceneReplicationConfig.REPLICATION_MODE_ALWAYS)
	player.add_child(state)
	state.set_multiplayer_authority(data.id)
	return player


func instantiate(name: String) -> Node:
	var mob := (load(folder.path_join("mob.tscn")) as PackedScene).instantiate()
	mob.name = name
	return mob


func wait_for(condition: Callable) -> void:
	for i in 500:
		if condition.call():
			return
		await process_frame
	say("it never came")


func frames(count: int) -> void:
	for i in count:
		await process_frame


# Everybody has had all before this when they have answered.
func step(title: String) -> void:
	await frames(4)
	say("--- " + title)
	talk.step.rpc(names, title)
	for i in get_multiplayer().get_peers().size():
		await talk.step_done


# What a client says and does at a step.
func follow(title: String) -> void:
	match title:
		"end":
			create_timer(0.1).timeout.connect(func() -> void:
				get_multiplayer().multiplayer_peer = null
				quit())
		"players move":
			world.get_node(my_name).position = Vector2(my_name.unicode_at(0), 1)
		"players have moved":
			# The other client's state comes through the server at its own time.
			for who in ["a", "b"]:
				await wait_for(func() -> bool: return world.get_node(who).position.x > 0)
			say("players are at %s and %s" % [world.get_node(^"a").position, world.get_node(^"b").position])
		"one is gone":
			say("players: %s" % [world.get_children().filter(func(node: Node) -> bool: return node.name.length() == 1).map(func(node: Node) -> String: return node.name)])
		_:
			for mob in world.get_children():
				if mob.has_method(&"describe"):
					say("%s: %s" % [mob.name, mob.describe()])


func play() -> void:
	if my_name != "server":
		await get_multiplayer().connected_to_server
		await process_frame
		talk.here.rpc_id(1, my_name)
		return
	await talk.step_done
	var mob := instantiate("First")
	mob.position = Vector2(1, 2)
	mob.items = [1, "two"]
	mob.title = "early"
	mob.once = 300
	mob.get_node("Turret").rotation = 0.5
	world.add_child(mob)
	await step("spawned")
	mob.position = Vector2(3, 4)
	mob.items.append({"three": 3})
	mob.title = "later"
	mob.once = 301
	mob.get_node("Turret").rotation = 1.5
	root.get_node("Board").position = Vector2(7, 8)
	await step("changed")
	mob.get_node("Parts").spawn(1)
	mob.get_node("Parts").spawn(2)
	await step("parts")
	mob.get_node("Part1").free()
	var second := instantiate("Second")
	world.add_child(second)
	await step("second")
	second.queue_free()
	await step("second is gone")
	# A late client.
	print("late")
	await talk.step_done
	await step("two clients")
	for who in ["a", "b"]:
		say("player %s: %s" % [who, spawner.spawn({"who": who, "id": id_of(who)}) != null])
	await step("players")
	if OS.get_environment("KILL"):
		await survive()
		return
	await step("players move")
	for who in ["a", "b"]:
		await wait_for(func() -> bool: return world.get_node(who).position.x > 0)
	say("players are at %s and %s" % [world.get_node(^"a").position, world.get_node(^"b").position])
	await step("players have moved")
	# Who sees what.
	var secret := instantiate("Secret")
	secret.get_node("State").public_visibility = false
	secret.get_node("Title").public_visibility = false
	world.add_child(secret)
	await step("secret")
	secret.get_node("State").set_visibility_for(id_of("b"), true)
	secret.ping.rpc("to b alone")
	await step("for b")
	secret.get_node("Title").set_visibility_for(id_of("a"), true)
	secret.position = Vector2(5, 5)
	secret.title = "for a"
	secret.ping.rpc("to both")
	await step("for both")
	secret.get_node("State").set_visibility_for(id_of("b"), false)
	secret.ping.rpc("to a alone")
	await step("for a")
	var forbidden := id_of("a")
	secret.get_node("State").public_visibility = true
	secret.get_node("Title").public_visibility = true
	for synchronizer: MultiplayerSynchronizer in [secret.get_node("State"), secret.get_node("Title")]:
		synchronizer.add_visibility_filter(func(peer: int) -> bool: return peer != 0 and peer != forbidden)
	await step("filtered")
	world.remove_child(mob)
	mob.free()
	await step("first is gone")
	say("--- end")
	talk.step.rpc(names, "end")
	while not get_multiplayer().get_peers().is_empty():
		await process_frame
	quit()
