# A client for websocket_peers.py: sends messages of many sizes to an echo server, checks what comes back, and reports the end.
# Arguments after --: URL, what to do at the end ("close" or "ask"), and sub-protocols. COMPRESSION in the environment is the client's
# `compression`.
extends Node

const SIZES = [0, 1, 125, 126, 65535, 65536, 1048576]

var socket = WebSocketPeer.new()
var sent = []
var received = 0
var at_end = "close"


func _ready():
	var args = OS.get_cmdline_user_args()
	at_end = args[1]
	socket.supported_protocols = args.slice(2)
	socket.compression = int(OS.get_environment("COMPRESSION"))
	socket.inbound_buffer_size = 4 * 1024 * 1024
	socket.outbound_buffer_size = 8 * 1024 * 1024
	if socket.connect_to_url(args[0]) != OK:
		get_tree().quit(1)


func make(size):
	var bytes = PackedByteArray()
	bytes.resize(size)
	for i in mini(size, 2000):
		bytes[i] = (i * 31) % 256
	return bytes


func start():
	print("open ", socket.get_selected_protocol())
	print("compressing ", socket.is_compressing())
	print("answer ", socket.get_handshake_response_code(), " ", "Upgrade: websocket" in socket.get_handshake_response_headers())
	socket.ping()
	for size in SIZES:
		sent.append(make(size))
		socket.send(sent.back())
		sent.append("ž".repeat(size / 2))
		socket.send_text(sent.back())


func take():
	var packet = socket.get_packet()
	var expected = sent[received]
	if expected is String:
		if not socket.was_string_packet() or packet.get_string_from_utf8() != expected:
			print("wrong text ", received)
	elif socket.was_string_packet() or packet != expected:
		print("wrong bytes ", received)
	received += 1
	if received == sent.size():
		print("echoed ", received)
		print("latency ", socket.get_latency_msec() >= 0)
		if at_end == "close":
			socket.close(4002, "client is done")
		else:
			socket.send_text("close 4003 server is done")


func _process(_delta):
	socket.poll()
	var state = socket.get_ready_state()
	if state == WebSocketPeer.STATE_OPEN and sent.is_empty():
		start()
	while socket.get_available_packet_count() > 0:
		take()
	if state == WebSocketPeer.STATE_CLOSED:
		print("closed ", socket.get_close_code(), " ", socket.get_close_reason(), " error ", socket.get_connection_error())
		get_tree().quit()
