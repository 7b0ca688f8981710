# A WebSocketServer that serves files, too, for web_server.py. Prints its port. Arguments after --: FOLDER [KEY CERTIFICATE]
# A text "reload" reads the certificate anew and is answered with the result; other texts come back.
extends Node

var server = WebSocketServer.new()


func _ready():
	var args = OS.get_cmdline_user_args()
	server.bind_ip = "127.0.0.1"
	server.cross_origin_isolation = true
	server.serve_files("/", args[0])
	server.data_received.connect(_on_data)
	var error = server.listen(0) if args.size() == 1 else server.listen_tls(0, args[1], args[2])
	if error != OK:
		get_tree().quit(1)
	print("port ", server.get_local_port())


func _on_data(id):
	var peer = server.get_peer(id)
	var text = peer.get_packet().get_string_from_utf8()
	peer.send_text("reloaded %d" % server.reload_certificate() if text == "reload" else text)


func _process(_delta):
	server.poll()
