# Who hears what when: arrivals, departures, authentication, raw packets, who is closed how.
extends "peer_base.gd"


func prepare() -> void:
	var api: SceneMultiplayer = get_multiplayer()
	api.peer_packet.connect(func(id: int, bytes: PackedByteArray): say("packet %s from %s" % [bytes.get_string_from_utf8(), name_of(id)]))


func network_event(event: String, id: int) -> void:
	say("%s %s, %d others, id %s, server %s" % [event, "server" if id == 1 else ("somebody" if id else ""), get_multiplayer().get_peers().size(), get_multiplayer().get_unique_id() != 0, get_multiplayer().is_server()])


func play() -> void:
	var api: SceneMultiplayer = get_multiplayer()
	say("before: %d others, %s" % [api.get_peers().size(), api.multiplayer_peer.get_connection_status()])
	await meet()
	await take_turns(func():
		for target in others():
			api.send_bytes(("to " + target).to_utf8_buffer(), id_of(target))
			api.send_bytes(("unreliable to " + target).to_utf8_buffer(), id_of(target), MultiplayerPeer.TRANSFER_MODE_UNRELIABLE, 2)
			api.send_bytes(("to all but " + target).to_utf8_buffer(), -id_of(target))
		api.send_bytes("to all".to_utf8_buffer())
	)
	# b goes by itself, then the server.
	if my_name == "b":
		await create_timer(0.3).timeout
		api.multiplayer_peer.close()
		say("closed: status %d, %d others" % [api.multiplayer_peer.get_connection_status(), api.get_peers().size()])
		await process_frame
		await process_frame
		say("after: %d others" % api.get_peers().size())
		quit()
		return
	while api.get_peers().size() > 1:
		await process_frame
	if my_name == "server":
		await create_timer(0.3).timeout
		api.multiplayer_peer.close()
		say("closed: %d others" % api.get_peers().size())
		await process_frame
		await process_frame
		say("after: %d others, id %d" % [api.get_peers().size(), api.get_unique_id()])
		quit()
		return
	await api.server_disconnected
	say("after: %d others, id %d, status %d, has peer %s" % [api.get_peers().size(), api.get_unique_id(), api.multiplayer_peer.get_connection_status(), api.has_multiplayer_peer()])
	await process_frame
	quit()
