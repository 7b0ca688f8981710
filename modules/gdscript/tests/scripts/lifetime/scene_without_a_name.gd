# A root that was never given a name is saved, and read again.
func run():
	var root := Node.new()
	var child := Node.new()
	root.add_child(child)
	child.owner = root
	var scene := PackedScene.new()
	print(scene.pack(root))
	# expect: 0
	root.free()
	for extension in ["tscn", "scn"]:
		var path := OS.get_temp_dir().path_join("scene_without_a_name_%d.%s" % [OS.get_process_id(), extension])
		print(ResourceSaver.save(scene, path))
		var read: PackedScene = ResourceLoader.load(path, "", ResourceLoader.CACHE_MODE_IGNORE)
		var copy := read.instantiate()
		print(copy.name.is_empty(), copy.get_child_count())
		copy.free()
		DirAccess.remove_absolute(path)
	# expect: 0
	# expect: true1
	# expect: 0
	# expect: true1
