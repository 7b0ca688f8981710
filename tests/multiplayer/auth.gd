# Peers that must authenticate: a does, b says something wrong, c says nothing.
extends "peer_base.gd"

var arrivals := 0


func prepare() -> void:
	var api: SceneMultiplayer = get_multiplayer()
	api.auth_timeout = 5.0 if my_name != "server" else 3.0
	api.auth_callback = check
	api.peer_authenticating.connect(func(id: int):
		if my_name == "server":
			return # They come in any order.
		say("authenticating %s: %d others, %d pending" % ["server" if id == 1 else "somebody", api.get_peers().size(), api.get_authenticating_peers().size()])
		if my_name == "a":
			api.send_auth(1, ("I am " + my_name).to_utf8_buffer())
			say("complete: %d" % api.complete_auth(1))
	)
	api.peer_authentication_failed.connect(func(id: int): say("failed %s: %d others" % ["server" if id == 1 else "somebody", api.get_peers().size()]); failed())


func failed() -> void:
	if my_name != "server":
		await create_timer(0.2).timeout
		say("status %d" % get_multiplayer().multiplayer_peer.get_connection_status())
		quit()
	else:
		arrivals += 1


func check(id: int, data: PackedByteArray) -> void:
	var api: SceneMultiplayer = get_multiplayer()
	say("data %s" % data.get_string_from_utf8())
	if data.get_string_from_utf8() == "I am a":
		api.send_auth(id, "welcome".to_utf8_buffer())
		say("complete: %d" % api.complete_auth(id))
	elif my_name == "b":
		api.send_auth(id, "I am b".to_utf8_buffer())
		say("complete: %d" % api.complete_auth(id))
	elif my_name == "server":
		api.disconnect_peer(id)
		say("disconnected: %d others, %d pending" % [api.get_peers().size(), api.get_authenticating_peers().size()])
		arrivals += 1


func network_event(event: String, id: int) -> void:
	say("%s %s: %d others" % [event, "server" if id == 1 else ("somebody" if id else ""), get_multiplayer().get_peers().size()])
	if my_name == "a" and event == "peer_connected":
		hub.hello.rpc_id(1, "a")


func arrived(_id: int, who: String) -> void:
	say("called by " + who)
	var api: SceneMultiplayer = get_multiplayer()
	while api.get_authenticating_peers().size() < 2:
		await process_frame
	for id in api.get_authenticating_peers():
		api.send_auth(id, "who?".to_utf8_buffer())


func play() -> void:
	if my_name == "server":
		while arrivals < 2:
			await process_frame
		await create_timer(0.3).timeout
		get_multiplayer().multiplayer_peer = null
		quit()
	else:
		await get_multiplayer().server_disconnected
		await process_frame
		quit()
