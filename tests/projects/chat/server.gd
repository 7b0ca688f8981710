extends Control

signal listening(port: int)

@onready var net: WebSocketServer = $Net
@onready var log_label: RichTextLabel = %Log
@onready var port_box: SpinBox = %Port


func info(text: String) -> void:
	print(text)
	log_label.add_text(text + "\n")


func _on_connected(id: int) -> void:
	info("server: %d connected with %s" % [id, (net.peers[id] as WebSocketPeer).get_selected_protocol()])
	net.send(-id, "[%d] connected" % id)


func _on_disconnected(id: int) -> void:
	var peer: WebSocketPeer = net.peers[id]
	info("server: %d left with %d %s" % [id, peer.get_close_code(), peer.get_close_reason()])


func _on_message(id: int, message: String) -> void:
	info("server: %d says %s" % [id, message])
	net.send(0, "[%d] says %s" % [id, message])


func _on_switched(pressed: bool) -> void:
	if not pressed:
		net.stop()
		info("server: stopped")
		return
	var port := int(port_box.value)
	var error := net.listen(0)
	info("server: asked for %d, %s %s" % [port, error_string(error), net.supported_protocols])
	listening.emit(net.tcp.get_local_port())
