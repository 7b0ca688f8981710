# What the scenario of replication spawns: state by two synchronizers, and a spawner of its own.
extends Node2D

var items := []
var title := ""
var once := 0


func _ready() -> void:
	$Parts.spawn_function = make_part
	$Parts.spawned.connect(func(node: Node) -> void: get_tree().say("%s: part %s" % [name, node.name]))
	$Parts.despawned.connect(func(node: Node) -> void: get_tree().say("%s: no part %s" % [name, node.name]))
	get_tree().say("%s is ready: %s" % [name, describe()])


func make_part(data: Variant) -> Node:
	var part := Node.new()
	part.name = "Part%s" % data
	return part


func describe() -> String:
	return str([position, items, title, once, $Turret.rotation])


@rpc("any_peer") func ping(text: String) -> void:
	get_tree().say("%s: ping %s from %s" % [name, text, get_tree().name_of(multiplayer.get_remote_sender_id())])
