extends Control

signal told(message: String)

@onready var net := $Net as WebSocketClient
@onready var line: LineEdit = %Line
@onready var host: LineEdit = $Panel/Rows/Connect/Host


func info(text: String) -> void:
	print(name, ": ", text)
	(%Log as RichTextLabel).append_text("[b]%s[/b]\n" % text)


func _on_connected() -> void:
	info("connected with " + net.socket.get_selected_protocol())
	told.emit("")


func _on_closed() -> void:
	info("closed with %d %s" % [net.socket.get_close_code(), net.socket.get_close_reason()])
	told.emit("closed")


func _on_message(message: String) -> void:
	info(message)
	told.emit(message)


func _on_send() -> void:
	if line.text.is_empty():
		return
	net.send(line.text)
	line.clear()


func _on_switched(pressed: bool) -> void:
	if pressed:
		info("connecting: " + error_string(net.open(host.text)))
	else:
		net.close(1000, "enough")
