extends Node
# Sends every message back to whoever sent it. Run: bin/estragon doc/examples/websocket_echo/server.gd [PORT]

var server := WebSocketServer.new()

func _ready() -> void:
	server.client_connected.connect(func(id, protocol): print("Client %d connected, protocol: \"%s\"." % [id, protocol]))
	server.client_disconnected.connect(func(id, clean): print("Client %d disconnected, clean: %s." % [id, clean]))
	server.data_received.connect(_echo)
	var args := OS.get_cmdline_user_args()
	var port := int(args[0]) if args else 9080
	if server.listen(port) != OK:
		get_tree().quit(1)
		return
	print("Listening on ws://127.0.0.1:%d; Ctrl+C ends it." % port)

func _echo(id: int) -> void:
	var peer := server.get_peer(id)
	var packet := peer.get_packet()
	peer.send(packet, WebSocketPeer.WRITE_MODE_TEXT if peer.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)

func _process(_delta: float) -> void:
	server.poll()
