# A client for run.py: connects, sends bytes to an echo server, and prints how it went.
# Arguments after --: port=N [host=NAME] [ca=FILE] [override=NAME] [unsafe=1] [key=FILE cert=FILE] [alpn=A,B] [times=N] [bytes=N] [line=1] [idle=1] [get=PATH]
extends Node

var args = { "host": "localhost", "times": "1", "bytes": "100000" }
var options: TLSOptions
var tcp: StreamPeerTCP
var tls: StreamPeerTLS
var sent = 0
var received = 0
var payload = PackedByteArray()
var rounds = 0
var opened = false
var answer: PackedByteArray


func load_certificate(path):
	var certificate = X509Certificate.new()
	certificate.load(path)
	return certificate


func _ready():
	for arg in OS.get_cmdline_user_args():
		args[arg.get_slice("=", 0)] = arg.substr(arg.find("=") + 1)
	if args.has("unsafe"):
		options = TLSOptions.client_unsafe()
	elif args.has("ca"):
		options = TLSOptions.client(load_certificate(args.ca), args.get("override", ""))
	else:
		options = TLSOptions.client()
	if args.has("key"):
		var key = CryptoKey.new()
		key.load(args.key)
		options = options.with_client_certificate(key, load_certificate(args.cert))
	if args.has("alpn"):
		options = options.with_alpn_protocols(args.alpn.split(","))
	if args.has("get"):
		payload = ("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % args.get).to_ascii_buffer()
		args.bytes = "0"
		start()
		return
	payload.resize(int(args.bytes))
	for i in mini(payload.size(), 5000):
		payload[i] = i * 7 % 256
	if args.has("line"):
		payload.fill(97) # The same when it is reversed.
		payload[-1] = 10
	start()


func start():
	rounds += 1
	sent = 0
	received = 0
	opened = false
	answer = PackedByteArray()
	tcp = StreamPeerTCP.new()
	tls = null
	tcp.connect_to_host("127.0.0.1", int(args.port))


func finish(text):
	print(text)
	if rounds < int(args.times):
		start()
	else:
		get_tree().quit()


func talk():
	if not opened:
		opened = true
		print("open ", tls.get_protocol_version(), " ", tls.get_cipher_suite(), " resumed ", tls.is_session_resumed(), " alpn ", tls.get_alpn_protocol())
	if sent < payload.size():
		var result = tls.put_partial_data(payload.slice(sent, sent + 50000))
		if result[0] != OK:
			return finish("put %d" % result[0])
		sent += result[1]
	var result = tls.get_partial_data(50000)
	if args.has("get"):
		answer += result[1]
		return
	if result[1].size() > 0:
		if result[1] != payload.slice(received, received + result[1].size()):
			return finish("wrong bytes")
		received += result[1].size()
	if received == payload.size() and not args.has("idle"):
		tls.disconnect_from_stream()
		finish("echoed %d" % received)


func _process(_delta):
	tcp.poll()
	if tcp.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		return
	if tls == null:
		if tcp.get_status() != StreamPeerTCP.STATUS_CONNECTED:
			return finish("no tcp")
		tls = StreamPeerTLS.new()
		tls.connect_to_stream(tcp, args.host, options)
	tls.poll()
	match tls.get_status():
		StreamPeerTLS.STATUS_HANDSHAKING:
			pass
		StreamPeerTLS.STATUS_CONNECTED:
			talk()
		StreamPeerTLS.STATUS_DISCONNECTED when answer.size() > 0 and tls.get_failure() == StreamPeerTLS.FAILURE_NONE:
			var body = answer.slice(answer.get_string_from_ascii().find("\r\n\r\n") + 4)
			var context = HashingContext.new()
			context.start(HashingContext.HASH_SHA256)
			context.update(body)
			finish("%s body %d %s" % [answer.slice(0, 12).get_string_from_ascii(), body.size(), context.finish().hex_encode()])
		_:
			finish("failed %d %d %s" % [tls.get_status(), tls.get_failure(), tls.get_failure_text()])
