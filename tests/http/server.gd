# A small HTTP/1.1 origin in GDScript for curl to judge: /hello, /echo, /chunked, /slow, keep-alive. Prints its port.
extends SceneTree

var server := TCPServer.new()
var clients: Array[Client] = []


class Client:
	var stream: StreamPeerTCP
	var text := ""

	# False when it is gone.
	func serve() -> bool:
		stream.poll()
		var waiting := stream.get_available_bytes()
		if waiting > 0:
			text += stream.get_utf8_string(waiting)
		while text.contains("\r\n\r\n"):
			var head := text.get_slice("\r\n\r\n", 0)
			var length := 0
			for line in head.split("\r\n"):
				if line.to_lower().begins_with("content-length:"):
					length = int(line.get_slice(":", 1))
			var rest := text.substr(head.length() + 4)
			if rest.length() < length:
				break
			text = rest.substr(length)
			answer(head.get_slice(" ", 1), rest.left(length))
		return stream.get_status() == StreamPeerTCP.STATUS_CONNECTED

	func answer(path: String, body: String) -> void:
		match path:
			"/hello":
				put("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
			"/echo":
				put("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % [body.length(), body])
			"/chunked":
				put("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
			_:
				put("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

	func put(answer_text: String) -> void:
		stream.put_data(answer_text.to_utf8_buffer())


func _initialize() -> void:
	server.listen(0, "127.0.0.1")
	print("port ", server.get_local_port())


func _process(_delta: float) -> bool:
	while server.is_connection_available():
		var client := Client.new()
		client.stream = server.take_connection()
		clients.append(client)
	clients = clients.filter(func(client: Client) -> bool: return client.serve())
	return false
