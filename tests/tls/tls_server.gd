# A server for run.py: echoes what comes, answers HTTP requests, and prints a line for everything that happens.
# Arguments after --: key=FILE cert=FILE [client_ca=FILE] [alpn=A,B] [host=NAME,KEY,CERT] [quiet=1]
extends Node

var listener = TCPServer.new()
var options: TLSOptions
var peers = []
var reload_from = ""
var args = {}


func load_key(path):
	var key = CryptoKey.new()
	key.load(path)
	return key


func load_certificate(path):
	var certificate = X509Certificate.new()
	certificate.load(path)
	return certificate


func _ready():
	for arg in OS.get_cmdline_user_args():
		args[arg.get_slice("=", 0)] = arg.substr(arg.find("=") + 1)
	options = TLSOptions.server(load_key(args.key), load_certificate(args.cert))
	if args.has("client_ca"):
		options = options.with_client_authority(load_certificate(args.client_ca))
	if args.has("alpn"):
		options = options.with_alpn_protocols(args.alpn.split(","))
	if args.has("host"):
		var parts = args.host.split(",")
		options = options.with_host_certificate(parts[0], load_key(parts[1]), load_certificate(parts[2]))
	if listener.listen(0, "127.0.0.1") != OK:
		get_tree().quit(1)
	print("port ", listener.get_local_port())


func answer_http(peer, head):
	var path = head.get_slice(" ", 1)
	if path == "/counts":
		var text = "%d %d" % [DirAccess.get_files_at("/proc/self/fd").size(), Performance.get_monitor(Performance.OBJECT_COUNT)]
		peer.put_data(("HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % [text.length(), text]).to_utf8_buffer())
	elif path == "/reload":
		options.get_private_key().load(args.new_key)
		options.get_own_certificate().load(args.new_cert)
		peer.put_data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_utf8_buffer())
	else:
		var size = int(path.get_slice("/", 2))
		peer.put_data(("HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % size).to_utf8_buffer())
		var block = PackedByteArray()
		block.resize(65536)
		while size > 0:
			peer.put_data(block.slice(0, mini(size, block.size())))
			size -= block.size()
	peer.disconnect_from_stream()


func serve(entry):
	var peer = entry.peer
	peer.poll()
	var status = peer.get_status()
	if status == StreamPeerTLS.STATUS_HANDSHAKING:
		return true
	if status != StreamPeerTLS.STATUS_CONNECTED:
		if not args.has("quiet"):
			print("end ", status, " ", peer.get_failure(), " ", peer.get_failure_text())
		return false
	if not entry.open:
		entry.open = true
		if not args.has("quiet"):
			print("open ", peer.get_protocol_version(), " ", peer.get_cipher_suite(), " resumed ", peer.is_session_resumed(), " alpn ", peer.get_alpn_protocol())
	var count = peer.get_available_bytes()
	if count > 0:
		var data = peer.get_data(count)[1]
		if data.slice(0, 4).get_string_from_ascii() == "GET ":
			answer_http(peer, data.get_string_from_utf8())
			return false
		peer.put_data(data)
	return true


func _process(_delta):
	while listener.is_connection_available():
		var tcp = listener.take_connection()
		var peer = StreamPeerTLS.new()
		if peer.accept_stream(tcp, options) == OK:
			peers.append({ "peer": peer, "tcp": tcp, "open": false })
	peers = peers.filter(serve)
