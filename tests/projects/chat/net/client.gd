class_name WebSocketClient
extends Node

signal connected
signal closed
signal message_received(message: Variant)

@export var supported_protocols: PackedStringArray
var tls_options: TLSOptions = null

var socket := WebSocketPeer.new()
var last := WebSocketPeer.STATE_CLOSED


func open(url: String) -> Error:
	socket.supported_protocols = supported_protocols
	var error := socket.connect_to_url(url, tls_options)
	last = socket.get_ready_state()
	return error


func send(message: String) -> Error:
	return socket.send_text(message)


func close(code := 1000, reason := "") -> void:
	socket.close(code, reason)


func _process(_delta: float) -> void:
	if socket.get_ready_state() != socket.STATE_CLOSED:
		socket.poll()
	while socket.get_available_packet_count() > 0:
		message_received.emit(socket.get_packet().get_string_from_utf8())
	var state := socket.get_ready_state()
	if state != last:
		last = state
		if state == socket.STATE_OPEN:
			connected.emit()
		elif state == socket.STATE_CLOSED:
			closed.emit()
