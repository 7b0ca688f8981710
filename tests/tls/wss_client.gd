# A wss:// client for run.py: echoes messages of many sizes. Arguments after --: URL [CA]
extends Node

const SIZES = [1, 125, 126, 16384, 65536, 1048576]

var socket = WebSocketPeer.new()
var sent = 0
var received = 0


func _ready():
	var args = OS.get_cmdline_user_args()
	var options = null
	if args.size() > 1:
		var certificate = X509Certificate.new()
		certificate.load(args[1])
		options = TLSOptions.client(certificate)
	socket.inbound_buffer_size = 4 * 1024 * 1024
	socket.outbound_buffer_size = 8 * 1024 * 1024
	if socket.connect_to_url(args[0], options) != OK:
		get_tree().quit(1)


func make(size):
	var bytes = PackedByteArray()
	bytes.resize(size)
	for i in mini(size, 2000):
		bytes[i] = (i * 31) % 256
	return bytes


func _process(_delta):
	socket.poll()
	var state = socket.get_ready_state()
	if state == WebSocketPeer.STATE_OPEN and sent == 0:
		for size in SIZES:
			socket.send(make(size))
		sent = SIZES.size()
	while socket.get_available_packet_count() > 0:
		var packet = socket.get_packet()
		if packet.size() == 4 and sent > received and SIZES[received] != 4:
			continue # The multiplayer peer's first message.
		if packet != make(SIZES[received]):
			print("wrong bytes ", received)
		received += 1
		if received == SIZES.size():
			print("echoed ", received)
			socket.close(1000, "done")
	if state == WebSocketPeer.STATE_CLOSED:
		print("closed ", socket.get_close_code(), " error ", socket.get_connection_error(), " ", socket.get_connection_error_message())
		get_tree().quit()
