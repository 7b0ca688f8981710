# A chat in one program, its buttons pressed by this script; ends when both clients were served.
extends HBoxContainer

@onready var server: Control = $Server


func _ready() -> void:
	server.listening.connect(chat, CONNECT_DEFERRED)
	server.get_node("%Switch").button_pressed = true


func chat(port: int) -> void:
	for client: Control in $Clients.get_children():
		client.host.text += str(port)
		client.get_node("%Switch").button_pressed = true
		await client.told
	var first: Control = $Clients/Client
	var second: Control = $Clients/Client2
	first.line.text = "hello"
	first.get_node("Panel/Rows/Send/Button").pressed.emit()
	await second.told
	print("left in the line: '%s', in the log: %d lines" % [first.line.text, second.get_node("%Log").get_parsed_text().split("\n", false).size()])
	second.get_node("%Switch").button_pressed = false
	await second.told
	await get_tree().create_timer(0.1).timeout
	server.get_node("%Switch").button_pressed = false
	print(InputMap.has_action("send"), " ", get_tree().get_nodes_in_group("none").size(), " ", server.scene_file_path)
	get_tree().quit(3)
