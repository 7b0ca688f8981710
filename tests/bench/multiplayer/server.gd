# The server of the multiplayer bench: clients send their input, everybody gets the state twenty times a second.
#     -s server.gd -- PORT SECONDS
extends SceneTree

const HERTZ := 20


class World extends Node:
	var inputs := 0
	var positions := {}
	var lateness: Array[float] = []
	var last := 0.0

	@rpc("any_peer", "unreliable_ordered") func input(x: int, y: int) -> void:
		inputs += 1
		positions[multiplayer.get_remote_sender_id()] = Vector2i(x, y)

	@rpc("authority", "unreliable_ordered") func state(bytes: PackedByteArray) -> void:
		pass

	func _physics_process(_delta: float) -> void:
		var now := Time.get_ticks_usec() / 1e6
		if last > 0.0:
			lateness.append(absf(now - last - 1.0 / HERTZ))
		last = now
		var bytes := PackedByteArray()
		bytes.resize(256)
		state.rpc(bytes)


func _initialize() -> void:
	Engine.max_fps = 60
	Engine.physics_ticks_per_second = HERTZ
	var args := OS.get_cmdline_user_args()
	var world := World.new()
	world.name = "World"
	root.add_child(world)
	var peer := WebSocketMultiplayerPeer.new()
	if peer.create_server(int(args[0])) != OK:
		quit(1)
		return
	get_multiplayer().multiplayer_peer = peer
	print("listening")
	var report := func():
		world.lateness.sort()
		var p99: float = world.lateness[world.lateness.size() * 99 / 100] if world.lateness.size() > 0 else -1.0
		print("peers %d inputs %d ticks %d p99 %.2f ms" % [get_multiplayer().get_peers().size(), world.inputs, world.lateness.size(), p99 * 1000.0])
		world.inputs = 0
		world.lateness.clear()
	while true:
		await create_timer(float(args[1])).timeout
		report.call()
