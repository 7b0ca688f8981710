extends SceneTree
# Scripts that refer to each other are loaded by two threads; what was requested and nobody takes is given up at the end.
# expect: scripts 10
func write(path: String, text: String) -> void:
	var file := FileAccess.open(path, FileAccess.WRITE)
	file.store_string(text)
	file.close()

func load_it(path: String) -> Resource:
	return load(path)

func _initialize() -> void:
	var good := 0
	for i in 10:
		write("user://a%d.gd" % i, 'extends RefCounted\nconst B = preload("user://b%d.gd")\nfunc v(): return B.new().n\n' % i)
		write("user://b%d.gd" % i, 'extends RefCounted\nconst A = preload("user://a%d.gd")\nvar n = 2\n' % i)
		var first := Thread.new()
		var second := Thread.new()
		first.start(load_it.bind("user://a%d.gd" % i))
		second.start(load_it.bind("user://b%d.gd" % i))
		var a: GDScript = first.wait_to_finish()
		second.wait_to_finish()
		good += 1 if a.new().v() == 2 else 0
	print("scripts ", good)
	for i in 10:
		ResourceLoader.load_threaded_request("user://a%d.gd" % i)
		ResourceLoader.load_threaded_request("user://missing%d.tres" % i)
	quit()
