# The engine as server under the Autobahn test suite, the way of projects without WebSocketServer: TCPServer and accept_stream(). Echoes
# every message. Prints its port.
extends Node

var tcp = TCPServer.new()
var peers = []


func _ready():
	if tcp.listen(0, "127.0.0.1") != OK:
		get_tree().quit(1)
	print("port ", tcp.get_local_port())


func take(stream):
	var peer = WebSocketPeer.new()
	peer.inbound_buffer_size = 32 * 1024 * 1024
	peer.outbound_buffer_size = 64 * 1024 * 1024
	peer.compression = WebSocketPeer.COMPRESSION_DEDICATED
	peer.compression_window_bits = 15
	peer.accept_stream(stream)
	peers.append(peer)


func serve(peer):
	peer.poll()
	while peer.get_available_packet_count() > 0:
		var packet = peer.get_packet()
		peer.send(packet, WebSocketPeer.WRITE_MODE_TEXT if peer.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)


func _process(_delta):
	while tcp.is_connection_available():
		take(tcp.take_connection())
	for peer in peers:
		serve(peer)
	peers = peers.filter(func(peer): return peer.get_ready_state() != WebSocketPeer.STATE_CLOSED)
