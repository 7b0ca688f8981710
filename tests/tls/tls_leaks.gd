# Connects, again and again, to a server that dies, stalls and lies, with each class that speaks TLS; prints after every round what it holds.
# Arguments after --: PORT CA CONNECTIONS-A-ROUND ROUNDS
extends Node

const PATIENCE_FRAMES = 12 # Of one that stalls: then it is let go of in the middle.

var port: int
var options: TLSOptions
var node_count = 0


func resident_kib():
	for line in FileAccess.get_file_as_string("/proc/self/status").split("\n"):
		if line.begins_with("VmRSS:"):
			return int(line.get_slice(":", 1).strip_edges().get_slice(" ", 0))


func stream(kind):
	var tcp = StreamPeerTCP.new()
	tcp.connect_to_host("127.0.0.1", port)
	while tcp.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		await get_tree().process_frame
		tcp.poll()
	var tls = StreamPeerTLS.new()
	if tls.connect_to_stream(tcp, "localhost", options) != OK:
		return
	for i in PATIENCE_FRAMES:
		tls.poll()
		if tls.get_status() != StreamPeerTLS.STATUS_HANDSHAKING:
			break
		await get_tree().process_frame
	if kind == 1:
		tls.disconnect_from_stream()


func web_socket():
	var peer = WebSocketPeer.new()
	peer.connect_to_url("wss://localhost:%d/" % port, options)
	for i in PATIENCE_FRAMES:
		peer.poll()
		if peer.get_ready_state() == WebSocketPeer.STATE_CLOSED:
			break
		await get_tree().process_frame


func request():
	var node = HTTPRequest.new()
	node.set_tls_options(options)
	add_child(node)
	node.request("https://localhost:%d/" % port)
	for i in PATIENCE_FRAMES:
		await get_tree().process_frame
	node.queue_free()


func _ready():
	var args = OS.get_cmdline_user_args()
	port = int(args[0])
	var certificate = X509Certificate.new()
	certificate.load(args[1])
	options = TLSOptions.client(certificate)
	for k in int(args[3]):
		for i in int(args[2]):
			match i % 4:
				0, 1:
					await stream(i % 4)
				2:
					await web_socket()
				3:
					await request()
		for i in 30:
			await get_tree().process_frame # Ends in the background come to their end.
		print("round ", DirAccess.get_files_at("/proc/self/fd").size(), " ", int(Performance.get_monitor(Performance.OBJECT_COUNT)), " ", int(Performance.get_monitor(Performance.MEMORY_STATIC)), " ", resident_kib())
	get_tree().quit()
