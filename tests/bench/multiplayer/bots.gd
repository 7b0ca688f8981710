# Many clients in one process, each with a SceneMultiplayer of its own, for the multiplayer bench.
#     -s bots.gd -- PORT COUNT
extends SceneTree


class World extends Node:
	var states := 0
	var counter := 0

	@rpc("any_peer", "unreliable_ordered") func input(_x: int, _y: int) -> void:
		pass

	@rpc("authority", "unreliable_ordered") func state(_bytes: PackedByteArray) -> void:
		states += 1

	func act() -> void:
		if multiplayer.multiplayer_peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED and not multiplayer.get_peers().is_empty():
			counter += 1
			input.rpc_id(1, counter, -counter)


func _initialize() -> void:
	start.call_deferred(OS.get_cmdline_user_args())


func start(args: PackedStringArray) -> void:
	var worlds: Array[World] = []
	for i in int(args[1]):
		var holder := Node.new()
		holder.name = "Bot%d" % i
		root.add_child(holder)
		var api := MultiplayerAPI.create_default_interface()
		api.server_relay = false
		set_multiplayer(api, holder.get_path())
		var world := World.new()
		world.name = "World"
		holder.add_child(world)
		var peer := WebSocketMultiplayerPeer.new()
		peer.create_client("ws://127.0.0.1:" + args[0])
		api.multiplayer_peer = peer
		worlds.append(world)
		if i % 25 == 24:
			await process_frame
	print("started")
	var index := 0
	while true: # An even load: each acts twenty times a second, not all at once.
		var share := ceili(worlds.size() / 3.0)
		for i in share:
			worlds[(index + i) % worlds.size()].act()
		index = (index + share) % worlds.size()
		await create_timer(1.0 / 60.0).timeout
