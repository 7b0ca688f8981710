# The project's own class of a name that Estragon also has.
class_name WebSocketServer
extends Node

signal client_connected(id: int)
signal client_disconnected(id: int)
signal message_received(id: int, message: String)

@export var supported_protocols: PackedStringArray
@export var certificate: X509Certificate
@export var timeout := 3000

var tcp := TCPServer.new()
var waiting: Array[Waiting] = []
var peers := {}
var next_id := 2


class Waiting:
	var since := Time.get_ticks_msec()
	var ws := WebSocketPeer.new()

	func _init(stream: StreamPeerTCP, protocols: PackedStringArray) -> void:
		ws.supported_protocols = protocols
		ws.accept_stream(stream)


func listen(port: int) -> Error:
	return tcp.listen(port, "127.0.0.1")


func stop() -> void:
	tcp.stop()
	waiting.clear()
	peers.clear()


func send(to: int, message: String) -> void:
	for id: int in peers:
		if to == 0 or id == to or (to < 0 and id != -to):
			peers[id].send_text(message)


func _process(_delta: float) -> void:
	while tcp.is_listening() and tcp.is_connection_available():
		waiting.append(Waiting.new(tcp.take_connection(), supported_protocols))
	for peer: Waiting in waiting.duplicate():
		peer.ws.poll()
		if peer.ws.get_ready_state() == WebSocketPeer.STATE_OPEN:
			peers[next_id] = peer.ws
			next_id += 1
			waiting.erase(peer)
			client_connected.emit(next_id - 1)
		elif peer.ws.get_ready_state() != WebSocketPeer.STATE_CONNECTING or peer.since + timeout < Time.get_ticks_msec():
			waiting.erase(peer)
	for id: int in peers.keys():
		var ws: WebSocketPeer = peers[id]
		ws.poll()
		while ws.get_available_packet_count() > 0:
			message_received.emit(id, ws.get_packet().get_string_from_utf8())
		if ws.get_ready_state() == WebSocketPeer.STATE_CLOSED:
			client_disconnected.emit(id)
			peers.erase(id)
