# A lobby with a chat, and a small game that the server decides. One project for the dedicated server and for its players:
#
#     estragon --headless --path . -- server 9080
#     estragon --headless --path . -- bot alice ws://localhost:9080
#
# The server never trusts a client: names, texts and moves are checked there, and clients only show what it tells them.
extends Node

const MAX_NAME := 20
const MAX_TEXT := 200
const MAX_PLAYERS := 64
const CHATS_PER_SECOND := 5.0

signal joined
signal chat_heard(who: String, text: String)

var players := {} # Names by peer id: the same on all peers that have joined.
var my_name := ""
var chat_allowance := {} # On the server: how many lines a peer may still say, by id.

@onready var game: Node = $Game


func _ready() -> void:
	var args := OS.get_cmdline_user_args()
	if args.size() >= 2 and args[0] == "server":
		serve(int(args[1]))
	elif args.size() >= 3 and args[0] == "bot":
		my_name = args[1]
		var bot := preload("res://bot.gd").new()
		bot.lobby = self
		add_child(bot)
		join(args[2])
	else:
		printerr("Say what to be: server PORT, or bot NAME URL.")
		get_tree().quit(2)


func serve(port: int) -> void:
	var peer := WebSocketMultiplayerPeer.new()
	var error := peer.create_server(port)
	if error != OK:
		printerr("Cannot listen on port %d: %s" % [port, error_string(error)])
		get_tree().quit(1)
		return
	multiplayer.peer_disconnected.connect(on_peer_left)
	multiplayer.multiplayer_peer = peer
	game.start()
	print("The lobby is open on port %d." % port)


func join(url: String) -> void:
	var peer := WebSocketMultiplayerPeer.new()
	var error := peer.create_client(url)
	if error != OK:
		printerr("Cannot connect to %s: %s" % [url, error_string(error)])
		get_tree().quit(1)
		return
	multiplayer.connected_to_server.connect(func(): ask_to_join.rpc_id(1, my_name))
	multiplayer.connection_failed.connect(on_lost.bind("The server cannot be reached."))
	multiplayer.server_disconnected.connect(on_lost.bind("The server has gone."))
	multiplayer.multiplayer_peer = peer


func on_lost(why: String) -> void:
	print(why)
	get_tree().quit(0 if game.winner != "" else 1)


# --- Asked by clients, decided by the server ---

@rpc("any_peer", "reliable")
func ask_to_join(wanted: String) -> void:
	if not multiplayer.is_server():
		return
	var id := multiplayer.get_remote_sender_id()
	var allowed := wanted.strip_edges().left(MAX_NAME)
	if players.has(id):
		return
	if allowed.is_empty() or players.values().has(allowed) or players.size() >= MAX_PLAYERS:
		refuse.rpc_id(id, "The name is empty or taken, or the lobby is full.")
		return
	players[id] = allowed
	chat_allowance[id] = CHATS_PER_SECOND
	game.add_player(id)
	print("%s has joined." % allowed)
	welcome.rpc_id(id, players)
	for other in players:
		if other != id:
			player_joined.rpc_id(other, id, allowed)


@rpc("any_peer", "reliable")
func say(text: String) -> void:
	if not multiplayer.is_server():
		return
	var id := multiplayer.get_remote_sender_id()
	if not players.has(id) or chat_allowance[id] < 1.0:
		return
	chat_allowance[id] -= 1.0
	for other in players:
		hear.rpc_id(other, players[id], text.left(MAX_TEXT))


func _process(delta: float) -> void:
	for id in chat_allowance:
		chat_allowance[id] = minf(CHATS_PER_SECOND, chat_allowance[id] + CHATS_PER_SECOND * delta)


func on_peer_left(id: int) -> void:
	if not players.has(id):
		return # It never joined.
	print("%s has left." % players[id])
	players.erase(id)
	chat_allowance.erase(id)
	game.remove_player(id)
	for other in players:
		player_left.rpc_id(other, id)


# --- Told by the server ---

@rpc("authority", "reliable")
func welcome(all: Dictionary) -> void:
	players = all
	joined.emit()


@rpc("authority", "reliable")
func refuse(why: String) -> void:
	print("Not admitted: ", why)
	get_tree().quit(1)


@rpc("authority", "reliable")
func player_joined(id: int, who: String) -> void:
	players[id] = who


@rpc("authority", "reliable")
func player_left(id: int) -> void:
	players.erase(id)


@rpc("authority", "reliable")
func hear(who: String, text: String) -> void:
	chat_heard.emit(who, text)
