# An echo server for websocket_peers.py. Prints its port, then a line for everything that its signals tell.
# Arguments after --: sub-protocols. COMPRESSION in the environment is the server's `compression`; DECIDES makes it ask for a token. A text "close CODE REASON" closes the connection that sent it,
# "join TOPIC" subscribes it, and "tell TOPIC ..." goes to the others there.
extends Node

var server = WebSocketServer.new()
var compressing_told = false


func _ready():
	server.inbound_buffer_size = 4 * 1024 * 1024
	server.outbound_buffer_size = 8 * 1024 * 1024
	server.compression = int(OS.get_environment("COMPRESSION"))
	server.client_connected.connect(func(_id, protocol): print("connected ", protocol))
	server.client_disconnected.connect(func(_id, was_clean): print("disconnected ", was_clean))
	server.client_close_request.connect(func(_id, code, reason): print("close request ", code, " ", reason))
	server.data_received.connect(_on_data)
	if OS.has_environment("DECIDES"):
		server.handshake_requested.connect(_on_handshake)
		server.allowed_origins = ["https://game.example"]
		server.metrics_path = "/metrics"
	server.bind_ip = "127.0.0.1"
	if server.listen(0, OS.get_cmdline_user_args()) != OK:
		get_tree().quit(1)
	print("port ", server.get_local_port())


# Decides some frames later.
func _on_handshake(request):
	await get_tree().create_timer(0.05).timeout
	if request.get_query_parameters().get("token") == "good":
		request.accept("", ["X-Player: " + request.get_path().get_file()])
	else:
		request.reject(401, ["WWW-Authenticate: Bearer"], "no token")


func _on_data(id):
	var peer = server.get_peer(id)
	if not compressing_told:
		compressing_told = true
		print("compressing ", peer.is_compressing())
	var packet = peer.get_packet()
	if not peer.was_string_packet():
		peer.put_packet(packet)
		return
	var text = packet.get_string_from_utf8()
	if text.begins_with("close "):
		server.disconnect_peer(id, int(text.get_slice(" ", 1)), text.get_slice(" ", 2))
	elif text.begins_with("join "):
		server.subscribe(id, text.get_slice(" ", 1))
		peer.send_text("joined")
	elif text.begins_with("tell "):
		server.publish(text.get_slice(" ", 1), packet, true, id)
	else:
		peer.send_text(text)


func _process(_delta):
	server.poll()
