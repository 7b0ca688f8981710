# The engine as server under the Autobahn test suite: echoes every message. Prints its port.
extends Node

var server = WebSocketServer.new()


func _ready():
	server.inbound_buffer_size = 32 * 1024 * 1024
	server.outbound_buffer_size = 64 * 1024 * 1024
	server.compression = WebSocketPeer.COMPRESSION_DEDICATED
	server.compression_window_bits = 15
	server.bind_ip = "127.0.0.1"
	server.data_received.connect(_on_data)
	if server.listen(0) != OK:
		get_tree().quit(1)
	print("port ", server.get_local_port())


func _on_data(id):
	var peer = server.get_peer(id)
	var packet = peer.get_packet()
	peer.send(packet, WebSocketPeer.WRITE_MODE_TEXT if peer.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)


func _process(_delta):
	server.poll()
