# What it costs to know who sees what: 500 peers walk among 2,000 nodes, each sees those near to it. By interest groups, one for each cell of a grid, and by
# filters, which are asked about every peer and node. Nothing is sent to anywhere.
#     -s interest.gd [-- PEERS NODES]
extends SceneTree

const CELL := 50.0
const SIDE := 1000.0
const TICKS := 20

var peers := 500
var nodes := 2000
var positions := {}
var cells := {}


class Nowhere extends MultiplayerPeerExtension:
	func _put_packet_script(_packet: PackedByteArray) -> Error: return OK
	func _get_packet_script() -> PackedByteArray: return PackedByteArray()
	func _get_available_packet_count() -> int: return 0
	func _get_max_packet_size() -> int: return 1 << 20
	func _set_target_peer(_peer: int) -> void: pass
	func _set_transfer_mode(_mode: MultiplayerPeer.TransferMode) -> void: pass
	func _set_transfer_channel(_channel: int) -> void: pass
	func _get_packet_peer() -> int: return 1
	func _is_server() -> bool: return true
	func _is_server_relay_supported() -> bool: return false
	func _poll() -> void: pass
	func _get_unique_id() -> int: return 1
	func _get_connection_status() -> MultiplayerPeer.ConnectionStatus: return CONNECTION_CONNECTED


static func cell_of(where: Vector2) -> int:
	return 1 + int(where.x / CELL) + int(where.y / CELL) * 65536


func _initialize() -> void:
	var args := OS.get_cmdline_user_args()
	if args.size() > 1:
		peers = int(args[0])
		nodes = int(args[1])
	run.call_deferred()


func run() -> void:
	seed(1)
	var has_groups := get_multiplayer().has_method("set_peer_interests")
	if has_groups:
		measure(true)
	measure(false)
	quit()


func measure(by_groups: bool) -> void:
	positions.clear()
	cells.clear()
	var network := Nowhere.new()
	get_multiplayer().multiplayer_peer = network
	for id in range(2, peers + 2):
		network.peer_connected.emit(id)
		positions[id] = Vector2(randf(), randf()) * SIDE
	var world := Node.new()
	world.name = "World"
	root.add_child(world)
	var spawner := MultiplayerSpawner.new()
	spawner.spawn_path = ^"../World"
	spawner.spawn_function = func(i: int) -> Node:
		var node := Node2D.new()
		node.name = "N%d" % i
		node.position = Vector2(randf(), randf()) * SIDE
		var synchronizer := MultiplayerSynchronizer.new()
		synchronizer.replication_config = SceneReplicationConfig.new()
		synchronizer.replication_config.add_property(^".:position")
		synchronizer.replication_config.property_set_replication_mode(^".:position", SceneReplicationConfig.REPLICATION_MODE_ON_CHANGE)
		if by_groups:
			synchronizer.public_visibility = false
			synchronizer.set("interest_group", cell_of(node.position))
		else:
			synchronizer.visibility_update_mode = MultiplayerSynchronizer.VISIBILITY_PROCESS_NONE
			synchronizer.add_visibility_filter(func(id: int) -> bool: return id != 0 and positions[id].distance_to(node.position) < CELL * 1.5)
		node.add_child(synchronizer)
		return node
	root.add_child(spawner)
	var began := Time.get_ticks_usec()
	for i in nodes:
		spawner.spawn(i)
	print("%s: %d nodes enter in %.1f ms" % ["groups" if by_groups else "filters", nodes, (Time.get_ticks_usec() - began) / 1000.0])
	var moving := 0
	began = Time.get_ticks_usec()
	var ticks := TICKS if by_groups else 2
	for tick in ticks:
		for id in positions:
			positions[id] = (positions[id] + Vector2(randf() - 0.5, randf() - 0.5) * 20.0).clamp(Vector2.ZERO, Vector2(SIDE, SIDE) * 0.999)
			var cell := cell_of(positions[id])
			if by_groups and cells.get(id) != cell:
				moving += 1
				cells[id] = cell
				var near := PackedInt64Array()
				for dy in [-65536, 0, 65536]:
					for dx in [-1, 0, 1]:
						near.append(cell + dx + dy)
				get_multiplayer().set_peer_interests(id, near)
		if not by_groups:
			for node in world.get_children():
				node.get_child(0).update_visibility()
	print("%s: %.2f ms a tick%s" % ["groups" if by_groups else "filters", (Time.get_ticks_usec() - began) / 1000.0 / ticks, ", %.1f peers a tick change their cell" % (moving / float(ticks)) if by_groups else ""])
	get_multiplayer().poll()
	began = Time.get_ticks_usec()
	for i in ticks:
		get_multiplayer().poll()
	print("%s: %.2f ms a poll in which nothing has changed" % ["groups" if by_groups else "filters", (Time.get_ticks_usec() - began) / 1000.0 / ticks])
	spawner.free()
	world.free()
	get_multiplayer().multiplayer_peer = null
