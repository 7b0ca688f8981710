extends Node
# Says something to a WebSocket server and prints the answers. Run: bin/estragon doc/examples/websocket_echo/client.gd [URL] [TEXT]

var socket := WebSocketPeer.new()
var text := "Hello from Estragon"
var sent := false

func _ready() -> void:
	var args := OS.get_cmdline_user_args()
	var url := args[0] if args else "ws://127.0.0.1:9080"
	if args.size() > 1:
		text = args[1]
	if socket.connect_to_url(url) != OK:
		get_tree().quit(1)

func _process(_delta: float) -> void:
	socket.poll()
	match socket.get_ready_state():
		WebSocketPeer.STATE_OPEN:
			if not sent:
				sent = true
				print("Connected; sending: ", text)
				socket.send_text(text)
			while socket.get_available_packet_count():
				print("Answer: ", socket.get_packet().get_string_from_utf8())
				socket.close()
		WebSocketPeer.STATE_CLOSED:
			print("Closed with code %d." % socket.get_close_code())
			get_tree().quit(0 if socket.get_close_code() == 1000 else 1)
