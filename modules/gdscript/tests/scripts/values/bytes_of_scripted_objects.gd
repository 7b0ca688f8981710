# An object with a script of its own travels as bytes, by the path of the script.
func run():
	var path := OS.get_temp_dir().path_join("bytes_of_scripted_objects_%d.gd" % OS.get_process_id())
	FileAccess.open(path, FileAccess.WRITE).store_string("extends Resource\n@export var held = 3\n")
	var sent: Resource = load(path).new()
	sent.held = 9
	var bytes := var_to_bytes_with_objects(sent)
	var came: Resource = bytes_to_var_with_objects(bytes)
	print(came.held, " ", came.get_script() == sent.get_script(), " ", came != sent)  # expect: 9 true true
	print(bytes_to_var(bytes))  # expect: <null>
	# expect error: bytes
	DirAccess.remove_absolute(path)
