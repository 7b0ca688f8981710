# A peer of the multiplayer tests, for every engine of the API: joins or serves, finds the others by name, and prints what happens to it.
#     -s SCENARIO.gd -- server|NAME PORT CLIENTS [CERTIFICATE [KEY]]
# Ids are drawn by the network, so that lines name peers: "server", "a", "b" ... Lines that begin with ": " are compared.
extends SceneTree

var my_name := ""
var port := 0
var clients := 0
var names := {1: "server"}
var hub: Hub


class Hub extends Node:
	signal everybody_here
	signal turn_given(who: String)

	@rpc("any_peer", "call_remote", "reliable") func hello(who: String) -> void:
		get_tree().arrived(multiplayer.get_remote_sender_id(), who)

	@rpc("authority", "call_local", "reliable") func roster(all: Dictionary) -> void:
		get_tree().names = all
		everybody_here.emit()

	@rpc("authority", "call_local", "reliable") func turn(who: String) -> void:
		turn_given.emit(who)

	@rpc("any_peer", "call_local", "reliable") func done() -> void:
		over.rpc(get_tree().name_of(multiplayer.get_remote_sender_id()))

	@rpc("authority", "call_local", "reliable") func over(who: String) -> void:
		get_tree().turn_over.emit(who)


func say(text: String) -> void:
	print(": ", text)


func name_of(id: int) -> String:
	return names.get(id, "?") if id >= 0 else "-" + names.get(-id, "?")


func id_of(who: String) -> int:
	return names.find_key(who)


func _initialize() -> void:
	var args := OS.get_cmdline_user_args()
	my_name = args[0]
	port = int(args[1])
	clients = int(args[2])
	hub = Hub.new()
	hub.name = "Hub"
	root.add_child(hub)
	for event in ["peer_connected", "peer_disconnected"]:
		get_multiplayer().connect(event, func(id: int): network_event(event, id))
	for event in ["connected_to_server", "connection_failed", "server_disconnected"]:
		get_multiplayer().connect(event, func(): network_event(event, 0))
	create_timer(60.0).timeout.connect(func(): print("took too long"); quit(3))
	begin.call_deferred(args)


func begin(args: PackedStringArray) -> void:
	prepare()
	if OS.get_environment("SIGNAL_CLASSES") == "1":
		begin_with_signal_classes()
		return
	var peer := WebSocketMultiplayerPeer.new()
	if OS.get_environment("SESSIONS") == "1":
		peer.set("session_resume_time", 10.0)
	var tls: TLSOptions = null
	if args.size() > 3:
		var certificate := X509Certificate.new()
		certificate.load(args[3])
		if args.size() > 4:
			var key := CryptoKey.new()
			key.load(args[4])
			tls = TLSOptions.server(key, certificate)
		else:
			tls = TLSOptions.client(certificate)
	if my_name == "server":
		if peer.create_server(port, "*", tls) != OK:
			print("cannot listen")
			quit(2)
		print("listening")
	elif peer.create_client("%s://localhost:%d" % ["wss" if tls else "ws", port], tls) != OK:
		print("cannot connect")
		quit(2)
	get_multiplayer().multiplayer_peer = peer
	play()


# WebSocketServer and WebSocketClient are networks for multiplayer, too; the stock engine has neither.
func begin_with_signal_classes() -> void:
	var peer: MultiplayerPeer = ClassDB.instantiate("WebSocketServer" if my_name == "server" else "WebSocketClient")
	if my_name == "server":
		if peer.call("listen", port, PackedStringArray(), true) != OK:
			print("cannot listen")
			quit(2)
		print("listening")
	else:
		peer.call("connect_to_url", "ws://localhost:%d" % port, PackedStringArray(), true)
	get_multiplayer().multiplayer_peer = peer
	play()


# --- For scenarios ---

func prepare() -> void:
	pass


func play() -> void:
	pass


func network_event(_event: String, _id: int) -> void:
	pass


# --- Everybody finds everybody; one after the other has a turn ---

signal all_arrived
signal turn_over(who: String)


func arrived(id: int, who: String) -> void:
	names[id] = who
	if names.size() == clients + 1:
		all_arrived.emit()


func meet() -> void:
	if my_name == "server":
		if names.size() < clients + 1:
			await all_arrived
		# Clients hear of each other before the roster.
		hub.roster.rpc(names)
	else:
		if get_multiplayer().get_peers().find(1) < 0:
			await get_multiplayer().connected_to_server
			await process_frame
		hub.hello.rpc_id(1, my_name)
		await hub.everybody_here
	while get_multiplayer().get_peers().size() < clients:
		await process_frame


func others() -> Array:
	var all: Array = names.values()
	all.sort()
	all.erase(my_name)
	return all


func everybody() -> Array:
	var all: Array = names.values()
	all.sort()
	return all


# The server gives turns; act(round) runs on one peer at a time, and what it caused has arrived everywhere before the next begins.
func take_turns(act: Callable) -> void:
	var order := everybody()
	var take := func(who: String):
		if who == my_name:
			await act.call()
			# The server has passed on all that was before this.
			hub.done.rpc_id(1)
	hub.turn_given.connect(take)
	if my_name == "server":
		for who in order:
			hub.turn.rpc.call_deferred(who)
			var finished := ""
			while finished != who:
				finished = await turn_over
	else:
		var left := order.duplicate()
		while not left.is_empty():
			left.erase(await turn_over)
	hub.turn_given.disconnect(take)


func leave() -> void:
	if my_name == "server":
		while not get_multiplayer().get_peers().is_empty():
			await process_frame
	else:
		await create_timer(0.1).timeout
		get_multiplayer().multiplayer_peer = null
	quit()
