# A crowd that talks all the time, while others come, go and are killed. Lines that begin with "! " are waited for.
extends "peer_base.gd"

var heard := {} # By name: the last number.


class Talk extends Node:
	@rpc("any_peer", "unreliable_ordered") func tick(who: String, number: int) -> void:
		get_tree().hear(who, number, multiplayer.get_remote_sender_id())

	@rpc("authority", "reliable") func state(numbers: Dictionary) -> void:
		print("! state of %d" % numbers.size())


var talk: Talk


func prepare() -> void:
	talk = Talk.new()
	talk.name = "Talk"
	root.add_child(talk)


func network_event(event: String, id: int) -> void:
	if event == "peer_connected" and my_name == "server":
		talk.state.rpc_id(id, heard)
	elif event == "peer_disconnected":
		print("! gone " + names.get(id, "?"))
	elif event == "server_disconnected":
		print("! lost")
		quit()


func hear(who: String, number: int, sender: int) -> void:
	if heard.has(who) and number <= heard[who]:
		print("! out of order: %s %d after %d" % [who, number, heard[who]])
	if not heard.has(who):
		print("! heard " + who)
	if names.has(sender) and names[sender] != who:
		print("! false sender of " + who)
	names[sender] = who
	heard[who] = number


func play() -> void:
	var number := 0
	while true:
		await create_timer(0.02).timeout
		if get_multiplayer().multiplayer_peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED and not get_multiplayer().get_peers().is_empty():
			number += 1
			talk.tick.rpc(my_name, number)
