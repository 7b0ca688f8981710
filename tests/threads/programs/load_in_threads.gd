extends SceneTree
# Scripts, resources and scenes are loaded on several threads at once, and by the main thread meanwhile.
# expect: same script true
# expect: same resource true
# expect: scenes 8
# expect: missing true
func path(i: int, ending: String) -> String:
	return "user://part_%d.%s" % [i, ending]

func write_files() -> void:
	for i in 8:
		var file := FileAccess.open(path(i, "gd"), FileAccess.WRITE)
		file.store_string("extends Node\nclass Inner:\n\tvar n := %d\nfunc value() -> int: return Inner.new().n\n" % i)
		file.close()
		var inner := Resource.new()
		inner.resource_name = "inner %d" % i
		ResourceSaver.save(inner, path(i, "tres"))
		file = FileAccess.open(path(i, "tscn"), FileAccess.WRITE)
		file.store_string('[gd_scene format=3]\n[ext_resource type="Script" path="%s" id="1"]\n[node name="A" type="Node"]\nscript = ExtResource("1")\n' % path(i, "gd"))
		file.close()

func load_all() -> Array:
	var found := []
	for i in 8:
		found.append(load(path(i, "gd")))
		found.append(load(path(i, "tres")))
	return found

func _initialize() -> void:
	write_files()
	for i in 8:
		ResourceLoader.load_threaded_request(path(i, "tscn"))
	var threads := []
	for i in 3:
		var thread := Thread.new()
		thread.start(load_all)
		threads.append(thread)
	var mine := load_all()
	var scripts := true
	var resources := true
	for thread in threads:
		var others: Array = thread.wait_to_finish()
		for i in 8:
			scripts = scripts and others[2 * i] == mine[2 * i]
			resources = resources and others[2 * i + 1] == mine[2 * i + 1]
	print("same script ", scripts)
	print("same resource ", resources)
	var sum := 0
	for i in 8:
		var node: Node = ResourceLoader.load_threaded_get(path(i, "tscn")).instantiate()
		sum += 1 if node.value() == i else 0
		node.free()
	print("scenes ", sum)
	ResourceLoader.load_threaded_request("user://missing.tres")
	print("missing ", ResourceLoader.load_threaded_get("user://missing.tres") == null)
	quit()
