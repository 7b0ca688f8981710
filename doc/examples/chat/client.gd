# A chat that is used with controls: in an export for the web, or with `estragon --path . --serve-ui`.
extends Control

@onready var address: LineEdit = %Address
@onready var connect_button: Button = %Connect
@onready var says: RichTextLabel = %Says
@onready var people: ItemList = %People
@onready var message: LineEdit = %Message
@onready var send: Button = %Send
@onready var my_name: LineEdit = %Name
@onready var state: Label = %State
@onready var problem: AcceptDialog = %Problem

var socket := WebSocketPeer.new()
var is_open := false


func _ready() -> void:
	connect_button.pressed.connect(_on_connect_pressed)
	send.pressed.connect(_on_send)
	message.text_submitted.connect(func(_text: String) -> void: _on_send())
	%Clear.pressed.connect(says.clear)
	set_process(false)


func _on_connect_pressed() -> void:
	if is_open:
		socket.close()
		return
	socket = WebSocketPeer.new()
	if socket.connect_to_url(address.text) != OK:
		show_problem("\"%s\" is no address of a room." % address.text)
		return
	state.text = "Connecting…"
	set_process(true)


func _on_send() -> void:
	if not is_open or message.text.strip_edges().is_empty():
		return
	socket.send_text(JSON.stringify({"name": my_name.text, "text": message.text}))
	message.clear()
	message.grab_focus()


func _process(_delta: float) -> void:
	socket.poll()
	while socket.get_available_packet_count() > 0:
		hear(JSON.parse_string(socket.get_packet().get_string_from_utf8()))
	var now_open := socket.get_ready_state() == WebSocketPeer.STATE_OPEN
	if now_open != is_open:
		is_open = now_open
		state.text = "Connected" if is_open else "Not connected"
		connect_button.text = "Leave" if is_open else "Join"
		send.disabled = not is_open
	if socket.get_ready_state() == WebSocketPeer.STATE_CLOSED:
		set_process(false)
		if state.text == "Connecting…":
			state.text = "Not connected"
			show_problem("Nobody answers at %s." % address.text)


# What others say is text: it is added as such and never read as BBCode.
func hear(said: Variant) -> void:
	if not said is Dictionary:
		return
	var who := str(said.get("name", "")).left(40)
	says.push_bold()
	says.add_text(who + ": ")
	says.pop()
	says.add_text(str(said.get("text", "")).left(1000) + "\n")
	if says.get_paragraph_count() > 500:
		says.remove_paragraph(0)
	for i in people.item_count:
		if people.get_item_text(i) == who:
			return
	people.add_item(who)


func show_problem(text: String) -> void:
	problem.dialog_text = text
	problem.popup_centered()
