# A wss:// echo server for run.py, over the multiplayer peer. Arguments after --: KEY CERTIFICATE
extends Node

var peer = WebSocketMultiplayerPeer.new()


func _ready():
	var args = OS.get_cmdline_user_args()
	var key = CryptoKey.new()
	key.load(args[0])
	var certificate = X509Certificate.new()
	certificate.load(args[1])
	peer.inbound_buffer_size = 4 * 1024 * 1024
	peer.outbound_buffer_size = 8 * 1024 * 1024
	# The system chooses a free port, which is closed again and used at once.
	var probe = TCPServer.new()
	probe.listen(0, "127.0.0.1")
	var port = probe.get_local_port()
	probe.stop()
	if peer.create_server(port, "127.0.0.1", TLSOptions.server(key, certificate)) != OK:
		get_tree().quit(1)
	print("port ", port)


func _process(_delta):
	peer.poll()
	while peer.get_available_packet_count() > 0:
		peer.set_target_peer(peer.get_packet_peer())
		peer.put_packet(peer.get_packet())
