# A client for ways.py: goes where WAY in the environment says (JSON: url, and properties of WebSocketPeer), and tells what came of it.
extends Node

var socket = WebSocketPeer.new()
var sent = []
var received = 0


func _ready():
	var way = JSON.parse_string(OS.get_environment("WAY"))
	var tls = null
	if way.has("trust"):
		var authority = X509Certificate.new()
		authority.load(way.trust)
		tls = TLSOptions.client(authority)
	socket.inbound_buffer_size = 4 * 1024 * 1024
	socket.outbound_buffer_size = 4 * 1024 * 1024
	for key in way:
		if key in socket:
			socket.set(key, way[key])
	var error = socket.connect_to_url(way.url, tls)
	if error != OK:
		print("refused ", error)
		get_tree().quit()


func _process(_delta):
	socket.poll()
	var state = socket.get_ready_state()
	if state == WebSocketPeer.STATE_OPEN and sent.is_empty():
		print("open ", socket.get_handshake_response_code(), " ", socket.is_compressing())
		for size in [0, 5, 200, 70000, 1000000]:
			sent.append("wéb".repeat(size / 4).to_utf8_buffer())
			socket.send(sent.back(), WebSocketPeer.WRITE_MODE_TEXT if size % 2 == 0 else WebSocketPeer.WRITE_MODE_BINARY)
		socket.ping()
	while socket.get_available_packet_count() > 0:
		if socket.get_packet() != sent[received]:
			print("wrong ", received)
		received += 1
		if received == sent.size():
			print("echoed ", received)
			socket.close(4000, "seen")
	if state == WebSocketPeer.STATE_CLOSED:
		print("closed ", socket.get_close_code(), " error ", socket.get_connection_error(), " ", socket.get_connection_error_message())
		get_tree().quit()
