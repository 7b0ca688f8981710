# Scripts that free, move, reset and poll in every callback of spawners and synchronizers, on either side. Ends with a line "survived N".
extends "replication_wire.gd"

const WHERE := ["get", "set", "enter", "ready", "exit", "spawned", "despawned", "synchronized", "delta_synchronized", "visibility_changed", "filter", "spawn_function", "peer_connected", "peer_disconnected"]
const WHAT := ["free it", "free synchronizers", "free the spawner", "free the world", "free everything", "no peer", "clear", "poll", "poll both", "other configuration", "other authority", "take out and in", "spawn more", "hide",
		"another peer", "reparent", "queue_free", "free the others", "other root", "come again"]
const HOSTILE := """extends Node
static var hook: Callable
var a: Variant = 5:
	get:
		if hook.is_valid(): hook.call("get", self)
		return a
	set(value):
		a = value
		if hook.is_valid(): hook.call("set", self)
var b: Variant = 6
func _enter_tree(): if hook.is_valid(): hook.call("enter", self)
func _ready(): if hook.is_valid(): hook.call("ready", self)
func _exit_tree(): if hook.is_valid(): hook.call("exit", self)
"""

var at_side: End
var where := ""
var what := ""
var left := 0


func _initialize() -> void:
	multiplayer_poll = false
	actor.source_code = HOSTILE
	actor.reload()
	await process_frame
	var count := 0
	for id in [1, 2]:
		for each_where: String in WHERE:
			for each_what: String in WHAT:
				where = each_where
				what = each_what
				left = 3
				await play(id)
				count += 1
	print("survived ", count)
	quit()


func play(id: int) -> void:
	begin()
	at_side = server if id == 1 else client
	var top := make_actor("T")
	top.add_child(make_synchronizer("S", {^".:a": [true, 1], ^".:b": [true, 2]}))
	top.add_child(make_synchronizer("S2", {^".:b": [true, 1]}))
	make_scene("res://hostile.tscn", top)
	add_spawners(["res://hostile.tscn"])
	add_synced({^".:a": [true, 1], ^".:b": [true, 2]})
	for side: End in [server, client]:
		listen(side)
	actor.set("hook", func(place: String, node: Node) -> void: act(side_of(node), place, node))
	connect_them()
	for i in 2:
		var place := server.node.get_node_or_null("World")
		if place:
			place.add_child((load("res://hostile.tscn") as PackedScene).instantiate(), true)
		var spawner := server.node.get_node_or_null("Spawner")
		if spawner:
			spawner.spawn(i)
	tick(2)
	var world_left := server.node.get_node_or_null("World")
	if world_left and world_left.get_child_count() > 1:
		world_left.get_child(1).a = 9
		world_left.get_child(1).b = 10
		world_left.get_child(0).free()
	tick(2)
	var synchronizer := server.node.get_node_or_null("N/S")
	if synchronizer:
		synchronizer.update_visibility()
		synchronizer.set_visibility_for(2, true)
	tick()
	server.wire.peer_disconnected.emit(2)
	client.wire.peer_disconnected.emit(1)
	tick()
	actor.set("hook", Callable())
	end()
	await process_frame


func listen(side: End) -> void:
	var node := side.node.get_node("N")
	var synchronizer: MultiplayerSynchronizer = node.get_node("S")
	synchronizer.synchronized.connect(func() -> void: act(side, "synchronized", node))
	synchronizer.delta_synchronized.connect(func() -> void: act(side, "delta_synchronized", node))
	synchronizer.visibility_changed.connect(func(_peer: int) -> void: act(side, "visibility_changed", node))
	synchronizer.add_visibility_filter(func(_peer: int) -> bool:
		act(side, "filter", node)
		return true)
	side.api.peer_connected.connect(func(_peer: int) -> void: act(side, "peer_connected", node))
	side.api.peer_disconnected.connect(func(_peer: int) -> void: act(side, "peer_disconnected", node))
	var spawner: MultiplayerSpawner = side.node.get_node("Spawner")
	spawner.spawned.connect(func(spawned: Node) -> void: act(side, "spawned", spawned))
	spawner.despawned.connect(func(spawned: Node) -> void: act(side, "despawned", spawned))
	spawner.spawn_function = func(_data: Variant) -> Node:
		act(side, "spawn_function", spawner)
		var made := (load("res://hostile.tscn") as PackedScene).instantiate()
		made.name = "C"
		return made


func side_of(node: Node) -> End:
	for side: End in [server, client]:
		if is_instance_valid(side.node) and (side.node == node or side.node.is_ancestor_of(node)):
			return side
	return null


func act(side: End, place: String, node: Variant) -> void:
	if side != at_side or place != where or left <= 0 or not is_instance_valid(node):
		return
	left -= 1
	var synchronizers := side.node.find_children("*", "MultiplayerSynchronizer", true, false)
	match what:
		"free it":
			node.free()
		"free synchronizers":
			for synchronizer in synchronizers:
				synchronizer.free()
		"free the spawner":
			if side.node.has_node("Spawner"):
				side.node.get_node("Spawner").free()
		"free the world":
			if side.node.has_node("World"):
				side.node.get_node("World").free()
		"free everything":
			for child in side.node.get_children():
				child.free()
		"no peer":
			side.api.multiplayer_peer = null
		"clear":
			side.api.clear()
		"poll":
			side.api.poll()
		"poll both":
			server.api.poll()
			client.api.poll()
		"other configuration":
			for synchronizer in synchronizers:
				synchronizer.replication_config.remove_property(^".:a")
				synchronizer.replication_config.add_property(^".:process_priority")
		"other authority":
			node.set_multiplayer_authority(2)
		"take out and in":
			var parent: Node = node.get_parent()
			if parent:
				parent.remove_child(node)
				parent.add_child(node)
		"spawn more":
			if side == server and side.node.has_node("Spawner"):
				side.node.get_node("Spawner").spawn(1)
		"hide":
			for synchronizer in synchronizers:
				synchronizer.public_visibility = not synchronizer.public_visibility
		"another peer":
			side.wire.peer_connected.emit(9)
			side.wire.peer_disconnected.emit(9)
		"reparent":
			if node.is_inside_tree():
				node.reparent(side.node)
		"queue_free":
			node.queue_free()
		"free the others":
			for child in (side.node.get_node("World").get_children() if side.node.has_node("World") else []):
				child.free()
		"other root":
			for synchronizer in synchronizers:
				synchronizer.root_path = ^"../.."
		"come again":
			server.wire.peer_disconnected.emit(2)
			server.wire.peer_connected.emit(2)
