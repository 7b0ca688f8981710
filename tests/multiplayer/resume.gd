# Two sides that call each other without a break, and a score that a synchronizer carries, while their connection breaks again and again.
#     -s resume.gd -- server|NAME PORT GRACE CALLS [CERTIFICATE [KEY]]
extends SceneTree

var game: Game
var peer: WebSocketMultiplayerPeer
var is_host := false


class Game extends Node:
	var score := 0
	var seen_score := -1
	var received := {}
	var sent := 0
	var calls := 0

	func _process(_delta: float) -> void:
		if is_multiplayer_authority():
			score += 1
		elif score < seen_score:
			print("WRONG: the score went from %d to %d" % [seen_score, score])
		seen_score = score
		for i in 3:
			if sent < calls and not multiplayer.get_peers().is_empty():
				tick.rpc(sent)
				sent += 1
				if sent % 60 == 0:
					print("sent ", sent)

	@rpc("any_peer", "call_remote", "reliable") func tick(number: int) -> void:
		var from := multiplayer.get_remote_sender_id()
		var expected: int = received.get(from, 0)
		if number != expected:
			print("WRONG: %d where %d was due" % [number, expected])
		received[from] = expected + 1
		if received[from] == calls:
			print("all came")


func _initialize() -> void:
	var args := OS.get_cmdline_user_args()
	is_host = args[0] == "server"
	game = Game.new()
	game.name = "Game"
	game.calls = int(args[3])
	var synchronizer := MultiplayerSynchronizer.new()
	var config := SceneReplicationConfig.new()
	config.add_property(^".:score")
	synchronizer.replication_config = config
	game.add_child(synchronizer)
	root.add_child(game)
	peer = WebSocketServer.new() if is_host else WebSocketMultiplayerPeer.new()
	peer.session_resume_time = float(args[2])
	peer.peer_suspended.connect(func(id: int): print("suspended ", get_multiplayer().get_peers().size(), " ", id == get_multiplayer().get_peers()[0]))
	peer.peer_resumed.connect(func(id: int): print("resumed ", get_multiplayer().get_peers().size(), " ", id == get_multiplayer().get_peers()[0]))
	get_multiplayer().peer_connected.connect(func(_id: int): print("connected"))
	get_multiplayer().peer_disconnected.connect(func(_id: int): print("disconnected"))
	get_multiplayer().server_disconnected.connect(func(): print("lost"))
	create_timer(60.0).timeout.connect(func(): print("took too long"); quit(3))
	begin.call_deferred(args)


func begin(args: PackedStringArray) -> void:
	var tls: TLSOptions = null
	if args.size() > 4:
		var certificate := X509Certificate.new()
		certificate.load(args[4])
		tls = TLSOptions.client(certificate)
		if args.size() > 5:
			var key := CryptoKey.new()
			key.load(args[5])
			tls = TLSOptions.server(key, certificate)
	if is_host:
		var server: WebSocketServer = peer
		server.tls_options = tls
		if server.listen(int(args[1]), [], true) != OK:
			print("cannot listen")
			quit(2)
		print("listening ", server.get_local_port())
	else:
		peer.create_client("%s://localhost:%s" % ["wss" if tls else "ws", args[1]], tls)
	get_multiplayer().multiplayer_peer = peer
