extends Node
# Runs in the browser: sends text and binary to the echo server named by the first argument, checks what comes back, says so.

var socket := WebSocketPeer.new()
var step := 0
var text := "\ufeffgrüße 🌿" # Browsers drop the mark at its start unless told not to.
var binary := PackedByteArray([0, 1, 127, 128, 255, 10, 13])

func _ready() -> void:
	var error := socket.connect_to_url(OS.get_cmdline_user_args()[0])
	print("connect ", error, " on ", OS.get_name())

func _process(_delta: float) -> void:
	socket.poll()
	var state := socket.get_ready_state()
	if state == WebSocketPeer.STATE_OPEN and step == 0:
		step = 1
		socket.send_text(text)
		socket.put_packet(binary)
	while socket.get_available_packet_count():
		var packet := socket.get_packet()
		if step == 1:
			print("text ", packet == text.to_utf8_buffer(), " ", socket.was_string_packet())
			step = 2
		elif step == 2:
			print("binary ", packet == binary, " ", socket.was_string_packet())
			step = 3
			socket.close(3001, "done")
	if state == WebSocketPeer.STATE_CLOSED:
		print("closed ", socket.get_close_code(), " ", socket.get_close_reason())
		get_tree().quit(5)
