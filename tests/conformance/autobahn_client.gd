# The engine as client under the Autobahn test suite: runs every case of the server at the URL given after --, echoing.
extends SceneTree

var base = ""


func talk(path, echoing):
	var socket = WebSocketPeer.new()
	socket.inbound_buffer_size = 32 * 1024 * 1024
	socket.outbound_buffer_size = 64 * 1024 * 1024
	socket.compression = WebSocketPeer.COMPRESSION_DEDICATED
	socket.compression_window_bits = 15
	socket.connect_to_url(base + path)
	var last = ""
	while socket.get_ready_state() != WebSocketPeer.STATE_CLOSED or socket.get_available_packet_count() > 0:
		socket.poll()
		while socket.get_available_packet_count() > 0:
			var packet = socket.get_packet()
			if echoing:
				socket.send(packet, WebSocketPeer.WRITE_MODE_TEXT if socket.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)
			else:
				last = packet.get_string_from_utf8()
		OS.delay_usec(50)
	return last


func _initialize():
	base = OS.get_cmdline_user_args()[0]
	var count = int(talk("/getCaseCount", false))
	print("cases ", count)
	for i in count:
		talk("/runCase?case=%d&agent=engine" % (i + 1), true)
	talk("/updateReports?agent=engine", false)
	quit()
