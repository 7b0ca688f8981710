# A WebSocketClient for websocket_peers.py: tells every signal. Arguments after --: URL, how many connections to hear the end of, sub-protocols.
extends Node

var client = WebSocketClient.new()
var ends_left = 0


func _ready():
	var args = OS.get_cmdline_user_args()
	ends_left = int(args[1])
	client.auto_reconnect = true
	client.reconnect_delay = 0.01
	client.connection_established.connect(_on_established)
	client.data_received.connect(_on_data)
	client.server_close_request.connect(func(code, reason): print("close request ", code, " ", reason))
	client.connection_closed.connect(_on_closed)
	client.connection_error.connect(func(): print("error ", client.get_peer(1).get_connection_error()))
	client.reconnecting.connect(func(attempt, _delay): print("reconnecting ", attempt))
	if client.connect_to_url(args[0], args.slice(2)) != OK:
		get_tree().quit(1)


func _on_established(protocol):
	print("established ", protocol)
	client.get_peer(1).send_text("hello")


func _on_data():
	print("data ", client.get_peer(1).get_packet().get_string_from_utf8())
	client.get_peer(1).send_text("close 1001 restart" if ends_left > 1 else "close 4003 enough")


func _on_closed(was_clean):
	print("closed ", was_clean)
	ends_left -= 1


func _process(_delta):
	client.poll()
	if client.get_connection_status() == MultiplayerPeer.CONNECTION_DISCONNECTED:
		get_tree().quit()
