# A game of two: each moves its own paddle, both see both; the nodes come with the other player and go with it. Then the table is opened again.
extends "peer_base.gd"

const SCORE_TO_WIN := 4

var table: Table
var games := 0


class Paddle extends Node:
	var seen := Vector2.ZERO

	func _process(_delta: float) -> void:
		if is_multiplayer_authority():
			set_seen.rpc(Vector2(multiplayer.get_unique_id() % 1000, 5))

	@rpc("unreliable") func set_seen(where: Vector2) -> void:
		if seen == Vector2.ZERO:
			seen = where
			get_parent().paddle_seen()


class Table extends Node:
	var score := [0, 0]
	var is_over := false

	func _ready() -> void:
		for each in ["Left", "Right"]:
			var paddle := Paddle.new()
			paddle.name = each
			add_child(paddle)
		var other := multiplayer.get_peers()[0] if multiplayer.is_server() else multiplayer.get_unique_id()
		$Right.set_multiplayer_authority(other)
		get_tree().say("left mine %s, right mine %s" % [$Left.is_multiplayer_authority(), $Right.is_multiplayer_authority()])

	# The server saw the right paddle move, the client the left one, which of them first is chance.
	func paddle_seen() -> void:
		if multiplayer.is_server():
			get_tree().say("the other paddle moves")
			point.rpc(0)

	@rpc("any_peer", "call_local") func point(side: int) -> void:
		if is_over:
			return
		score[side] += 1
		var mine := multiplayer.get_remote_sender_id() == multiplayer.get_unique_id()
		get_tree().say("%d : %d, said by %s" % [score[0], score[1], "me" if mine else "the other"])
		if score[side] == SCORE_TO_WIN:
			is_over = true
			get_tree().say("over")
			get_tree().game_over.call_deferred()
		elif not mine:
			point.rpc(1 if multiplayer.is_server() else 0)


func network_event(event: String, id: int) -> void:
	say("%s %s" % [event, "server" if id == 1 else ("client" if id else "")])
	match event:
		"peer_connected":
			table = Table.new()
			table.name = "Table"
			root.add_child(table)
		"peer_disconnected", "server_disconnected":
			end_game()


func game_over() -> void:
	if my_name != "server":
		await create_timer(0.1).timeout
		get_multiplayer().multiplayer_peer.disconnect_peer(1)


func end_game() -> void:
	if table:
		table.free()
	table = null
	games += 1
	var peer: WebSocketMultiplayerPeer = get_multiplayer().multiplayer_peer
	get_multiplayer().multiplayer_peer = null
	say("no peer: %s" % get_multiplayer().has_multiplayer_peer())
	if my_name == "server":
		peer.close()
		say("opened again: %d" % peer.create_server(port))
		get_multiplayer().multiplayer_peer = peer
		say("id %d, %d others" % [get_multiplayer().get_unique_id(), get_multiplayer().get_peers().size()])
	quit.call_deferred()
