# Two APIs in one program, and every packet between them: which bytes spawners and synchronizers send, and in which order scripts hear of it.
extends SceneTree


# Carries packets from one inbox to the other, and prints them.
class Wire extends MultiplayerPeerExtension:
	var id := 1
	var others: Array[Wire] = []
	var inbox: Array[Dictionary] = []
	var target := 0
	var mode := 2
	var channel := 0

	func _poll() -> void:
		pass

	func _get_available_packet_count() -> int:
		return inbox.size()

	func _get_packet_script() -> PackedByteArray:
		return inbox.pop_front().data

	func _get_packet_peer() -> int:
		return inbox[0].from if inbox.size() else 0

	func _get_packet_mode() -> MultiplayerPeer.TransferMode:
		return inbox[0].mode if inbox.size() else 0

	func _get_packet_channel() -> int:
		return 0

	func _put_packet_script(bytes: PackedByteArray) -> Error:
		print(":   %d to %d, mode %d: %s" % [id, target, mode, describe(bytes)])
		for other in others:
			if target == 0 or target == other.id or (target < 0 and target != -other.id):
				other.inbox.append({data = bytes, from = id, mode = mode})
		return OK

	# Announcements of paths have a checksum that is not of interest here, and states have no order.
	func describe(bytes: PackedByteArray) -> String:
		if bytes[0] == 1:
			return "path " + bytes.slice(34).hex_encode()
		if bytes[0] & 7 != 6:
			return bytes.hex_encode()
		var head := 1 if bytes[0] & 16 else 3
		var entry_head := 16 if bytes[0] & 16 else 8
		var entries: Array[String] = []
		var at := head
		while at < bytes.size():
			var end := at + entry_head + bytes.decode_u32(at + entry_head - 4)
			entries.append(bytes.slice(at, end).hex_encode())
			at = end
		entries.sort()
		return " ".join([bytes.slice(0, head).hex_encode()] + entries)

	func _get_max_packet_size() -> int:
		return 1 << 24

	func _set_transfer_channel(value: int) -> void:
		channel = value

	func _get_transfer_channel() -> int:
		return channel

	func _set_transfer_mode(value: MultiplayerPeer.TransferMode) -> void:
		mode = value

	func _get_transfer_mode() -> MultiplayerPeer.TransferMode:
		return mode as MultiplayerPeer.TransferMode

	func _set_target_peer(value: int) -> void:
		target = value

	func _is_server() -> bool:
		return id == 1

	func _close() -> void:
		pass

	func _disconnect_peer(_peer: int, _force: bool) -> void:
		pass

	func _get_unique_id() -> int:
		return id

	func _set_refuse_new_connections(_enable: bool) -> void:
		pass

	func _is_refusing_new_connections() -> bool:
		return false

	func _is_server_relay_supported() -> bool:
		return true

	func _get_connection_status() -> MultiplayerPeer.ConnectionStatus:
		return MultiplayerPeer.CONNECTION_CONNECTED


class End:
	var node := Node.new()
	var api := SceneMultiplayer.new()
	var wire := Wire.new()


const SOURCE := """extends Node
var a: Variant = 5
var b: Variant = 6
var c: Variant = 7
func _enter_tree():
	if has_meta("owner_id"): set_multiplayer_authority(get_meta("owner_id"))
	print(":     %d: %s enters, a is %s" % [multiplayer.get_unique_id(), name, a])
func _ready():
	print(":     %d: %s is ready, a is %s" % [multiplayer.get_unique_id(), name, a])
	if has_meta("child") and is_multiplayer_authority() and multiplayer.get_unique_id() == 1: add_child(load(get_meta("child")).instantiate())
func _exit_tree():
	print(":     %s leaves" % name)
"""

var server: End
var client: End
var scenes: Array[PackedScene] = []
var actor := GDScript.new()


func _initialize() -> void:
	multiplayer_poll = false
	actor.source_code = SOURCE
	actor.reload()
	await process_frame
	for method in get_method_list():
		if method.name.begins_with("test_"):
			print(": === " + method.name.substr(5).replace("_", " "))
			begin()
			await call(method.name)
			end()
	quit()


func begin() -> void:
	server = side(1)
	client = side(2)
	server.wire.others = [client.wire]
	client.wire.others = [server.wire]


func end() -> void:
	for side in [server, client]:
		side.wire.others.clear()
		side.node.propagate_call("set_script", [null])
		side.api.multiplayer_peer = null
		side.node.free()
	scenes.clear()


func side(id: int) -> End:
	var made := End.new()
	made.node.name = "P%d" % id
	root.add_child(made.node)
	set_multiplayer(made.api, made.node.get_path())
	made.wire.id = id
	made.api.multiplayer_peer = made.wire
	return made


func connect_them() -> void:
	server.wire.peer_connected.emit(2)
	client.wire.peer_connected.emit(1)
	tick()


func tick(times := 1) -> void:
	for i in times:
		print(":  poll of the server")
		server.api.poll()
		print(":  poll of the client")
		client.api.poll()


func pause() -> void:
	await create_timer(0.01).timeout


func make_actor(name: String) -> Node:
	var node := Node.new()
	node.name = name
	node.set_script(actor)
	return node


# Properties by their path: whether they are for spawning, and the mode.
func make_synchronizer(name: String, properties: Dictionary, path := "..") -> MultiplayerSynchronizer:
	var node := MultiplayerSynchronizer.new()
	node.name = name
	node.root_path = NodePath(path)
	node.replication_config = SceneReplicationConfig.new()
	for property: NodePath in properties:
		node.replication_config.add_property(property)
		node.replication_config.property_set_spawn(property, properties[property][0])
		node.replication_config.property_set_replication_mode(property, properties[property][1])
	return node


func make_scene(path: String, node: Node) -> PackedScene:
	for child in node.find_children("*", "", true, false):
		child.owner = node
	var scene := PackedScene.new()
	scene.pack(node)
	scene.take_over_path(path)
	node.free()
	scenes.append(scene)
	return scene


func add_spawners(paths: Array) -> void:
	for side: End in [server, client]:
		var world := Node.new()
		world.name = "World"
		side.node.add_child(world)
		var spawner := MultiplayerSpawner.new()
		spawner.name = "Spawner"
		spawner.spawn_path = ^"../World"
		for path in paths:
			spawner.add_spawnable_scene(path)
		var id := side.wire.id
		spawner.spawned.connect(func(node: Node) -> void: print(":     %d: spawned %s, ready: %s" % [id, node.name, node.is_node_ready()]))
		spawner.despawned.connect(func(node: Node) -> void: print(":     %d: despawned %s, inside: %s, queued: %s" % [id, node.name, node.is_inside_tree(), node.is_queued_for_deletion()]))
		side.node.add_child(spawner)


func world(side: End) -> Node:
	return side.node.get_node("World")


func watch(side: End, node: MultiplayerSynchronizer) -> MultiplayerSynchronizer:
	var id := side.wire.id
	node.synchronized.connect(func() -> void: print(":     %d: synchronized" % id))
	node.delta_synchronized.connect(func() -> void: print(":     %d: delta_synchronized" % id))
	node.visibility_changed.connect(func(peer: int) -> void: print(":     %d: visibility_changed %s %d" % [id, node.name, peer]))
	return node


# "N" with its synchronizer "S", on both sides.
func add_synced(properties: Dictionary, visible := true) -> void:
	for side: End in [server, client]:
		var node := make_actor("N")
		var synchronizer := watch(side, make_synchronizer("S", properties))
		synchronizer.public_visibility = visible
		node.add_child(synchronizer)
		side.node.add_child(node)


func inject(side: End, from: int, hex: String) -> void:
	print(":  %d gets %s" % [side.wire.id, hex])
	side.wire.inbox.append({data = hex.hex_decode(), from = from, mode = 2})
	side.api.poll()
	if side.node.has_node("N"):
		print(":     a is %s, b is %s" % [side.node.get_node("N").a, side.node.get_node("N").b])


func test_state_by_path() -> void:
	add_synced({^".:a": [true, 1], ^".:b": [true, 2], ^".:c": [true, 0]})
	connect_them()
	tick(3)
	var node := server.node.get_node("N")
	node.a = 300
	node.b = "text"
	await pause()
	tick(2)


func test_values_on_change() -> void:
	add_synced({^".:a": [true, 2], ^".:b": [true, 2]})
	connect_them()
	tick(2)
	var node := server.node.get_node("N")
	for value: Variant in [7, 7.0, true, null, NAN, NAN, "x", &"x", [1], {x = [1]}, Vector3(1, 2, 3), PackedInt32Array([1, 2]), -128, 128, 40000, 1 << 40]:
		await pause()
		node.a = value
		tick()
	node.b = [1]
	tick()
	await pause()
	node.b.append(2)
	tick()
	await pause()
	node.b = {x = [1]}
	tick()
	await pause()
	node.b.x.append(2)
	tick()


func test_spawn_order() -> void:
	var top := make_actor("T")
	top.add_child(make_synchronizer("S1", {^".:a": [true, 0], ^"K:a": [true, 2]}))
	var below := make_actor("K")
	top.add_child(below)
	below.add_child(make_synchronizer("S2", {^".:b": [true, 1], ^".:c": [true, 1]}))
	top.add_child(make_actor("Z"))
	make_scene("res://tree.tscn", top)
	add_spawners(["res://none.tscn", "res://tree.tscn"])
	connect_them()
	var node := (load("res://tree.tscn") as PackedScene).instantiate()
	node.name = "Tee"
	node.a = "aa"
	node.get_node("K").a = 300
	world(server).add_child(node)
	tick(3)
	world(server).remove_child(node)
	tick()
	node.free()


func test_several_synchronizers() -> void:
	var top := make_actor("T")
	top.add_child(make_synchronizer("S1", {^".:a": [true, 1], ^".:b": [true, 1]}))
	top.add_child(make_synchronizer("S2", {^".:c": [true, 2]}))
	top.add_child(make_synchronizer("S3", {^".:a": [false, 1]}))
	make_scene("res://several.tscn", top)
	add_spawners(["res://several.tscn"])
	var early := (load("res://several.tscn") as PackedScene).instantiate()
	world(server).add_child(early)
	connect_them()
	tick()
	world(server).add_child((load("res://several.tscn") as PackedScene).instantiate(), true)
	early.queue_free()
	await process_frame
	await process_frame
	tick(2)


func test_custom_spawn() -> void:
	add_spawners([])
	for side: End in [server, client]:
		side.node.get_node("Spawner").spawn_function = func(data: Variant) -> Node:
			print(":     spawn_function of %d gets %s" % [side.wire.id, var_to_str(data)])
			var node := make_actor("Custom")
			node.add_child(make_synchronizer("S", {^".:a": [true, 0]}))
			node.a = data
			return node
	connect_them()
	for data: Variant in [null, 1, "text", {"x": 1}, Vector2(1, 2), [1, "two"], PackedByteArray([1, 2]), true, ^"a/b"]:
		print(":  spawn() returns ", server.node.get_node("Spawner").spawn(data).name)
		tick()


func test_limit() -> void:
	make_scene("res://plain.tscn", make_actor("T"))
	add_spawners(["res://plain.tscn"])
	var spawner: MultiplayerSpawner = server.node.get_node("Spawner")
	spawner.spawn_limit = 2
	spawner.spawn_function = func(_data: Variant) -> Node: return make_actor("C")
	client.node.get_node("Spawner").spawn_function = spawner.spawn_function
	connect_them()
	for i in 3:
		world(server).add_child((load("res://plain.tscn") as PackedScene).instantiate(), true)
	print(":  ", spawner.spawn(1))
	world(server).get_child(0).free()
	world(server).get_child(0).free()
	print(":  ", spawner.spawn(1) != null)
	tick(2)
	print(":  ", world(client).get_children().map(func(node: Node) -> String: return node.name))


func test_spawner_inside_spawned_scene() -> void:
	var inner := make_actor("I")
	inner.add_child(make_synchronizer("S", {^".:a": [true, 1]}))
	make_scene("res://inner.tscn", inner)
	var outer := make_actor("O")
	outer.set_meta("child", "res://inner.tscn")
	outer.add_child(make_synchronizer("S", {^".:a": [true, 1]}))
	var spawner := MultiplayerSpawner.new()
	spawner.name = "InnerSpawner"
	spawner.spawn_path = ^".."
	outer.add_child(spawner)
	spawner.add_spawnable_scene("res://inner.tscn")
	make_scene("res://outer.tscn", outer)
	add_spawners(["res://outer.tscn"])
	world(server).add_child((load("res://outer.tscn") as PackedScene).instantiate())
	connect_them()
	tick()
	world(server).add_child((load("res://outer.tscn") as PackedScene).instantiate(), true)
	tick(2)
	world(server).get_child(0).free()
	tick()
	print(":  ", world(client).get_child(0).get_children().map(func(node: Node) -> String: return node.name))


func test_authority_of_a_client() -> void:
	var player := make_actor("T")
	player.set_meta("owner_id", 2)
	player.add_child(make_synchronizer("S", {^".:a": [true, 1], ^".:b": [true, 2]}))
	make_scene("res://player.tscn", player)
	add_spawners(["res://player.tscn"])
	connect_them()
	var node := (load("res://player.tscn") as PackedScene).instantiate()
	node.a = 50
	world(server).add_child(node)
	tick(3)
	world(client).get_child(0).a = 51
	tick(2)
	print(":  ", node.a)


func test_visibility_by_path() -> void:
	add_synced({^".:a": [true, 1], ^".:b": [true, 2]}, false)
	connect_them()
	tick()
	var synchronizer: MultiplayerSynchronizer = server.node.get_node("N/S")
	synchronizer.set_visibility_for(2, true)
	tick(3)
	synchronizer.set_visibility_for(2, true)
	tick()
	synchronizer.set_visibility_for(2, false)
	tick()
	synchronizer.public_visibility = true
	print(":  ", synchronizer.get_visibility_for(2), synchronizer.get_visibility_for(0))
	tick()
	client.node.get_node("N/S").public_visibility = true
	client.node.get_node("N/S").set_visibility_for(1, true)


func test_visibility_of_spawned() -> void:
	var top := make_actor("T")
	top.add_child(make_synchronizer("S1", {^".:a": [true, 1]}))
	top.add_child(make_synchronizer("S2", {^".:c": [true, 2]}))
	make_scene("res://several.tscn", top)
	add_spawners(["res://several.tscn"])
	connect_them()
	var node := (load("res://several.tscn") as PackedScene).instantiate()
	for child: MultiplayerSynchronizer in node.get_children():
		child.public_visibility = false
		watch(server, child)
	world(server).add_child(node)
	tick()
	node.get_node("S2").set_visibility_for(2, true)
	tick(2)
	node.get_node("S1").set_visibility_for(2, true)
	tick()
	node.get_node("S2").set_visibility_for(2, false)
	tick()
	node.get_node("S1").set_visibility_for(2, false)
	tick()
	node.get_node("S1").public_visibility = true
	tick()


func test_filters() -> void:
	for side: End in [server, client]:
		var node := make_actor("N")
		node.add_child(watch(side, make_synchronizer("S", {^".:a": [true, 1]})))
		side.node.add_child(node)
	var synchronizer: MultiplayerSynchronizer = server.node.get_node("N/S")
	var answer := [true]
	var filter := func(peer: int) -> bool:
		print(":     filter ", peer)
		return answer[0]
	synchronizer.visibility_update_mode = MultiplayerSynchronizer.VISIBILITY_PROCESS_NONE
	synchronizer.add_visibility_filter(filter)
	connect_them()
	tick(2)
	answer[0] = false
	synchronizer.update_visibility()
	tick()
	answer[0] = true
	synchronizer.update_visibility(2)
	tick()
	synchronizer.public_visibility = false
	tick()
	synchronizer.set_visibility_for(2, true)
	tick()
	synchronizer.visibility_update_mode = MultiplayerSynchronizer.VISIBILITY_PROCESS_IDLE
	await process_frame
	await process_frame
	synchronizer.remove_visibility_filter(filter)
	await process_frame
	tick()


func test_what_arrives() -> void:
	add_synced({^".:a": [true, 1], ^".:b": [true, 2]})
	connect_them()
	tick(2)
	for hex: String in ["06ff00010000800200000002e7", "06fe000100008002000000020c", "06ff000100008002000000020d", "060001010000800200000002e8", "06008001000080020000000214", "06ffff0100008002000000020f", "0600000100008002000000020a",
			"06", "06ff", "06f20001000080040000000207", "06f300010000800400000002170219", "06f40001000080020000001800", "160100008002000000000000000200000002" + "44", "1601000080010000000000000002000000022d",
			"16010000800100000000000000040000000248" + "0249", "1601", "16", "061000"]:
		inject(client, 1, hex)
	inject(server, 2, "06f6000100008002000000" + "0209")
	inject(server, 2, "0501000000")
