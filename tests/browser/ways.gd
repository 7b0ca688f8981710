extends Node
# Runs in the browser against the server of run.py: how connections fail and end there, and what a hidden page does. Arguments: the server's
# URL, and one where nobody listens.

var base := ""
var nowhere := ""
var socket: WebSocketPeer
var rounds := 0

func _ready() -> void:
	base = OS.get_cmdline_user_args()[0]
	nowhere = OS.get_cmdline_user_args()[1]
	print("bad scheme ", WebSocketPeer.new().connect_to_url("http://x"))
	print("unix ", WebSocketPeer.new().connect_to_url("ws+unix:///run/x"))
	print("accept ", WebSocketPeer.new().accept_stream(StreamPeerTCP.new()))
	print("listen ", WebSocketServer.new().listen(0))
	socket = WebSocketPeer.new()
	socket.handshake_headers = ["X-A: b"]
	socket.max_redirects = 2
	await end("refused", nowhere)
	await end("forbidden", base + "/forbidden")
	await end("closed", base + "/close#a fragment does no harm")
	await end("away", base + "/away")
	socket.supported_protocols = ["nobody-speaks-this"]
	await end("protocol", base)
	socket.supported_protocols = []
	socket.max_message_size = 10
	await end("too big", base + "/long")
	socket.max_message_size = 0
	await backpressure()
	await signals()
	print("hide me")
	socket.connect_to_url(base + "/hidden")
	while rounds < 100:
		await get_tree().process_frame
		while socket.get_available_packet_count() > 0:
			socket.put_packet(socket.get_packet())
			rounds += 1
	print("hidden rounds ", rounds)
	await get_tree().create_timer(0.3).timeout # Nothing arrives meanwhile.
	get_tree().quit(7)

func end(title: String, url: String) -> void:
	var error := socket.connect_to_url(url)
	if error != OK:
		print(title, " ", error)
		return
	while socket.get_ready_state() != WebSocketPeer.STATE_CLOSED:
		await get_tree().process_frame
	var text := socket.get_packet().get_string_from_utf8() if socket.get_available_packet_count() > 0 else "-"
	print(title, " ", socket.get_close_code(), " ", socket.get_close_reason(), " error ", socket.get_connection_error(), " said ", text)

func backpressure() -> void:
	socket.connect_to_url(base + "/sink")
	while socket.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
		await get_tree().process_frame
	socket.outbound_buffer_size = 1 << 20
	var block := PackedByteArray()
	block.resize(1 << 19)
	var refused := false
	for i in 64:
		refused = refused or socket.send(block) == ERR_OUT_OF_MEMORY
	print("refused ", refused, " ", socket.get_current_outbound_buffered_amount() <= 1 << 20)
	await socket.drained
	print("drained ", socket.get_current_outbound_buffered_amount(), " ", socket.send_text("again") == OK)
	socket.close()
	while socket.get_ready_state() != WebSocketPeer.STATE_CLOSED:
		await get_tree().process_frame

func signals() -> void:
	var client := WebSocketClient.new()
	var heard := []
	client.connection_established.connect(func(_protocol): heard.append("established"))
	client.data_received.connect(func(): heard.append(client.get_peer(1).get_packet().get_string_from_utf8()))
	client.server_close_request.connect(func(code, reason): heard.append("%d %s" % [code, reason]))
	client.connection_closed.connect(func(was_clean): heard.append(was_clean))
	client.connect_to_url(base + "/close")
	while client.get_connection_status() != MultiplayerPeer.CONNECTION_DISCONNECTED:
		client.poll()
		await get_tree().process_frame
	print("signals ", heard)

func _process(_delta: float) -> void:
	socket.poll()
