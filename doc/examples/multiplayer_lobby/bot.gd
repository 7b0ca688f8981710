# Plays by itself: greets, runs to the coin, and leaves when somebody has won.
extends Node

var lobby: Node


func _ready() -> void:
	lobby.joined.connect(func():
		print("I am in, with %d others." % (lobby.players.size() - 1))
		lobby.say.rpc_id(1, "hello from " + lobby.my_name)
	)
	lobby.chat_heard.connect(func(who: String, text: String): print("%s: %s" % [who, text]))
	lobby.game.over.connect(func(who: String):
		print("%s has won." % who)
		multiplayer.multiplayer_peer.close()
		get_tree().quit()
	)


func _process(_delta: float) -> void:
	var me := multiplayer.get_unique_id()
	if multiplayer.multiplayer_peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED and lobby.game.positions.has(me):
		lobby.game.move.rpc_id(1, (lobby.game.coin - lobby.game.positions[me]).sign())
