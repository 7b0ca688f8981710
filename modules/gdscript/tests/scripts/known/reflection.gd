# Lists name what a class has in the whole API; what a getter makes anew each time is saved once.
class Fresh extends Resource:
	@export var part: Resource:
		get:
			var made := Image.create_empty(2, 1, false, Image.FORMAT_L8)
			return made

func names(list: Array) -> Array:
	return list.map(func(entry): return entry.name)

func run():
	print("initial_position" in names(ClassDB.class_get_property_list("Window", true)), "window_input" in names(ClassDB.class_get_signal_list("Window"))) # expect: truetrue
	print("set_ime_active" in names(ClassDB.class_get_method_list("Window")), "WindowInitialPosition" in ClassDB.class_get_enum_list("Window")) # expect: truetrue
	print("FORMAT_DXT1" in ClassDB.class_get_enum_constants("Image", "Format"), ClassDB.class_get_enum_list("Image").count("Format")) # expect: true1
	print("FORMAT_ASTC_8x8_HDR" in ClassDB.class_get_integer_constant_list("Image")) # expect: true
	var window := Window.new()
	var listed := names(window.get_property_list())
	print("initial_position" in listed, listed.find("initial_position") > listed.find("Window"), listed.find("initial_position") < listed.find("script")) # expect: truetruetrue
	window.initial_position = Window.WINDOW_INITIAL_POSITION_ABSOLUTE
	print(names(window.get_property_list()).count("initial_position")) # expect: 1
	window.free()
	for method in ClassDB.class_get_method_list("CameraFeed", true):
		if method.name == "_activate_feed":
			print(method.flags == METHOD_FLAG_VIRTUAL) # expect: true
	for property in ClassDB.class_get_property_list("Sprite2D", true):
		if property.name == "texture":
			print(property.class_name, property.usage) # expect: Texture2D6
	var file := "user://golden_fresh.tres"
	print(ResourceSaver.save(Fresh.new(), file)) # expect: 0
	print(FileAccess.get_file_as_string(file).count("type=\"Image\"")) # expect: 1
	DirAccess.remove_absolute(file)
	print(ResourceSaver.save(Fresh.new(), "user://golden_fresh.res")) # expect: 0
	DirAccess.remove_absolute("user://golden_fresh.res")
