# What a control answers without a theme, and when it tells that its look changed.
func run():
	var control := Control.new()
	print(control.get_theme_color("nothing")) # expect: (0.0, 0.0, 0.0, 1.0)
	print(control.get_theme_default_font_size(), " ", control.get_theme_default_base_scale()) # expect: 16 1.0
	print(control.has_theme_font_size("nothing"), " ", control.has_theme_font("nothing"), " ", control.has_theme_color("nothing")) # expect: true true false
	print(control.get_theme_stylebox("nothing") is StyleBoxFlat, " ", control.get_theme_font("nothing") is Font, " ", control.get_theme_icon("nothing") is Texture2D) # expect: true true true
	var theme := Theme.new()
	theme.default_font_size = 33
	theme.default_base_scale = 2.0
	control.theme = theme
	var below := Control.new()
	control.add_child(below)
	print(below.get_theme_default_font_size(), " ", below.get_theme_font_size("nothing"), " ", below.get_theme_default_base_scale()) # expect: 33 33 2.0
	below.theme = Theme.new()
	print(below.get_theme_default_font_size(), " ", below.get_theme_default_base_scale()) # expect: 33 2.0
	control.free()

	var node := Node.new()
	node.editor_description_changed.connect(func(told: Node): print("described ", told == node))
	node.editor_description = "a" # expect: described true
	node.editor_description = "a"
	print(node.get_node_and_resource(^"")) # expect: [<null>, <null>, ^""]
	print(stored(node)) # expect: ["process_thread_group"]
	node.process_thread_group = Node.PROCESS_THREAD_GROUP_MAIN_THREAD
	print(stored(node)) # expect: ["process_thread_group", "process_thread_group_order", "process_thread_messages"]
	node.free()

	var parent := Node.new()
	var placed := Control.new()
	print(placed.physics_interpolation_mode) # expect: 2
	parent.add_child(placed)
	placed.set_anchors_preset(Control.PRESET_CENTER_TOP)
	print(placed.anchors_preset, " ", placed.layout_mode) # expect: 5 3
	placed.layout_mode = 1
	placed.layout_mode = 0
	print(placed.anchors_preset, " ", placed.anchor_left) # expect: 0 0.0
	parent.free()

	var button := LinkButton.new()
	button.ellipsis_char = "hello"
	print(button.ellipsis_char) # expect: h
	button.free()
	var line := LineEdit.new()
	print(line.get_selection_from_column(), line.get_selection_to_column()) # expect: -1-1
	line.free()

func stored(object: Object) -> Array:
	var names := []
	for property in object.get_property_list():
		if property.usage & PROPERTY_USAGE_STORAGE and "thread" in property.name:
			names.append(property.name)
	return names
