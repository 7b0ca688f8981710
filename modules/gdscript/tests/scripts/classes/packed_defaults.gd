# Scenes leave out what a script's variables start with, so that a new default reaches them; what code makes is written.

class Part extends Node:
	const K := 4
	@export var number := 5
	@export var list: Array[int] = [1, 2]
	@export var packed: PackedStringArray = ["x"]
	@export var table := { "a": [1], 2: K }
	@export var nothing: int
	@export var made := str(K)
	@export var other := 3

class More extends Part:
	@export var more := [Vector2.ONE]

func written(node: Node) -> Array:
	node.name = "N"
	var scene := PackedScene.new()
	scene.pack(node)
	node.free()
	var names := []
	for i in scene.get_state().get_node_property_count(0):
		names.append(str(scene.get_state().get_node_property_name(0, i)))
	names.erase("script")
	names.sort()
	return names

func run():
	print(written(More.new())) # expect: ["made"]
	var node := More.new()
	node.list.append(3)
	node.table[2] = 5
	node.nothing = 1
	node.more[0] = Vector2.ZERO
	print(written(node)) # expect: ["list", "made", "more", "nothing", "table"]
