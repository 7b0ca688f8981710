# What a program is told that may not use the network, by each class.
extends SceneTree
func _initialize():
	var peer := WebSocketPeer.new()
	peer.connect_to_url("ws://127.0.0.1:9")
	while peer.get_ready_state() != WebSocketPeer.STATE_CLOSED:
		peer.poll()
	print("websocket ", peer.get_connection_error() == WebSocketPeer.CONNECTION_ERROR_PERMISSION, " ", peer.get_connection_error_message())
	peer = WebSocketPeer.new()
	peer.connect_to_url("ws://no.such.host.invalid/")
	while peer.get_ready_state() != WebSocketPeer.STATE_CLOSED:
		peer.poll()
	print("name ", peer.get_connection_error() == WebSocketPeer.CONNECTION_ERROR_PERMISSION, " ", peer.get_connection_error_message())
	print("tcp server ", TCPServer.new().listen(0) == ERR_UNAUTHORIZED)
	print("udp server ", UDPServer.new().listen(0) == ERR_UNAUTHORIZED)
	quit()
