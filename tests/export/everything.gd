# What an app does that the kernel sees: sockets of every kind, threads, files, a child's answer, time. Prints "all done".
extends SceneTree

var server := WebSocketServer.new()
var udp := UDPServer.new()
var client := WebSocketPeer.new()
var tcp := TCPServer.new()

func _initialize() -> void:
	server.listen(0)
	udp.listen(0)
	tcp.listen(0)
	client.connect_to_url("ws://127.0.0.1:%d" % server.get_local_port())
	files()
	threads()
	run()

func files() -> void:
	DirAccess.make_dir_recursive_absolute("user://deep/er")
	var file := FileAccess.open("user://deep/er/a.bin", FileAccess.WRITE)
	file.store_string("text")
	file.close()
	var settings := ConfigFile.new()
	settings.set_value("a", "b", 1)
	assert(settings.save("user://deep/a.cfg") == OK)
	DirAccess.rename_absolute("user://deep/a.cfg", "user://deep/b.cfg")
	DirAccess.get_files_at("user://deep")
	DirAccess.remove_absolute("user://deep/b.cfg")
	FileAccess.get_modified_time("user://deep/er/a.bin")

func threads() -> void:
	var thread := Thread.new()
	thread.start(func(): return Time.get_ticks_usec())
	thread.wait_to_finish()
	WorkerThreadPool.wait_for_task_completion(WorkerThreadPool.add_task(func(): OS.delay_msec(2))) # The call itself is what counts; nothing waits for its end but this.

func run() -> void:
	while client.get_ready_state() != WebSocketPeer.STATE_OPEN:
		client.poll()
		server.poll()
		await process_frame
	client.send_text("hello")
	var datagrams := PacketPeerUDP.new()
	datagrams.connect_to_host("127.0.0.1", udp.get_local_port())
	datagrams.put_packet("x".to_utf8_buffer())
	var stream := StreamPeerTCP.new()
	stream.connect_to_host("127.0.0.1", tcp.get_local_port())
	while stream.get_status() != StreamPeerTCP.STATUS_CONNECTED or not tcp.is_connection_available() or not udp.is_connection_available():
		stream.poll()
		udp.poll()
		await process_frame
	tcp.take_connection()
	udp.take_connection()
	IP.get_local_addresses()
	IP.resolve_hostname("localhost")
	Crypto.new().generate_random_bytes(16)
	Time.get_datetime_string_from_system()
	OS.get_memory_info()
	print("all done")
	quit()
