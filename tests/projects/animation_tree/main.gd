extends Node

func _ready() -> void:
	for name in ["mixes", "lines", "machines", "files"]:
		print("--- ", name)
		var probe: Node = load("res://" + name + ".gd").new()
		add_child(probe)
		await probe.run()
		probe.free()
	get_tree().quit()
