# Formats of resources that scripts bring along.
class Note extends Resource:
	var text := ""

class Loader extends ResourceFormatLoader:
	func _get_recognized_extensions() -> PackedStringArray:
		return PackedStringArray(["note"])
	func _handles_type(type: StringName) -> bool:
		return type == &"Resource"
	func _get_resource_type(path: String) -> String:
		return "Resource" if path.get_extension() == "note" else ""
	func _load(path: String, _original: String, _threads: bool, mode: int) -> Variant:
		if not FileAccess.file_exists(path):
			return ERR_FILE_NOT_FOUND
		var note := Note.new()
		note.text = FileAccess.get_file_as_string(path) + str(mode)
		return note

class Saver extends ResourceFormatSaver:
	func _recognize(resource: Resource) -> bool:
		return resource is Note
	func _get_recognized_extensions(_resource: Resource) -> PackedStringArray:
		return PackedStringArray(["note"])
	func _save(resource: Resource, path: String, _flags: int) -> Error:
		var file := FileAccess.open(path, FileAccess.WRITE)
		file.store_string((resource as Note).text)
		return OK

func run():
	var loader := Loader.new()
	var saver := Saver.new()
	ResourceLoader.add_resource_format_loader(loader)
	ResourceSaver.add_resource_format_saver(saver)
	var note := Note.new()
	note.text = "hello"
	var path := "user://golden_format.note"
	print(ResourceSaver.save(note, path)) # expect: 0
	print(load(path).text, " ", ResourceLoader.exists(path), ResourceLoader.exists(path + ".txt")) # expect: hello1 truefalse
	print(ResourceLoader.load(path, "", ResourceLoader.CACHE_MODE_IGNORE).text) # expect: hello0
	print("note" in ResourceLoader.get_recognized_extensions_for_type("Resource")) # expect: true
	DirAccess.remove_absolute(path)
	ResourceLoader.remove_resource_format_loader(loader)
	ResourceSaver.remove_resource_format_saver(saver)
	print(ResourceSaver.save(note, path)) # expect error: nothing here writes such files
	# expect: 15
