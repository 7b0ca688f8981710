# The room: what one says, all hear. Run it with: estragon server.gd [PORT]
extends Node

var server := WebSocketServer.new()


func _ready() -> void:
	var args := OS.get_cmdline_user_args()
	server.data_received.connect(_on_data)
	server.bind_ip = "127.0.0.1"
	if server.listen(int(args[0]) if args else 9080) != OK:
		get_tree().quit(1)
		return
	print("room at ws://127.0.0.1:%d" % server.get_local_port())


func _process(_delta: float) -> void:
	server.poll()


func _on_data(id: int) -> void:
	server.broadcast(server.get_peer(id).get_packet(), true)
