# JSON and scripts as resources.
func run():
	var json := JSON.new()
	json.data = { "a": [1, 2] }
	print(ResourceSaver.save(json, "user://golden.json")) # expect: 0
	print(load("user://golden.json").data.a, " ", "json" in ResourceLoader.get_recognized_extensions_for_type("JSON")) # expect: [1.0, 2.0] true
	var script := GDScript.new()
	script.source_code = "extends RefCounted\nfunc three():\n\treturn 3\n"
	print(ResourceSaver.save(script, "user://golden_saved.gd"), load("user://golden_saved.gd").new().three()) # expect: 03
	print(ResourceLoader.get_recognized_extensions_for_type("NoSuchType")) # expect: ["tres"]
	for file in ["golden.json", "golden_saved.gd"]:
		DirAccess.remove_absolute("user://" + file)
