# What classes begin with that are only known, and values that setters bring into their bounds.
func run():
	for control in [PanelContainer.new(), TextureRect.new(), TabBar.new(), NinePatchRect.new(), HScrollBar.new(), SubViewportContainer.new(), VBoxContainer.new()]:
		print(control.get_class(), " ", control.mouse_filter, " ", control.focus_mode)
		control.free()
	# expect: PanelContainer 0 0
	# expect: TextureRect 1 0
	# expect: TabBar 0 2
	# expect: NinePatchRect 2 0
	# expect: HScrollBar 0 3
	# expect: SubViewportContainer 1 1
	# expect: VBoxContainer 1 0
	print(ClassDB.class_get_property_default_value("TextureRect", "mouse_filter")) # expect: 1
	var body := CharacterBody2D.new()
	print(body.input_pickable) # expect: false
	body.free()
	for bounds in [Range.new(), ProgressBar.new(), HScrollBar.new()]:
		print(bounds.step)
		bounds.free()
	# expect: 1.0
	# expect: 0.01
	# expect: 0.0

	var label := Label.new()
	label.autowrap_trim_flags = 255
	label.lines_skipped = 2
	print(label.autowrap_trim_flags) # expect: 224
	label.free()
	var line := LineEdit.new()
	line.text_changed.connect(func(text: String): print("changed '", text, "'"))
	line.text = "abc"
	line.clear() # expect: changed ''
	line.clear()
	line.free()
	var options := OptionButton.new()
	print(options.get_item_id(-1)) # expect: -1
	options.free()

	var action := InputEventAction.new()
	print("<", action.as_text(), "> ", action) # expect: <> InputEventAction: action="", pressed=false
	action.action = "ui_accept"
	action.strength = 5.5
	print(action.as_text(), " ", action.strength) # expect: Enter 1.0
	print(InputMap.get_action_description("ui_accept")) # expect: Enter or Kp Enter or Space
	print(InputMap.get_actions().slice(0, 3)) # expect: [&"ui_accept", &"ui_select", &"ui_cancel"]
	var config := ConfigFile.new()
	print(config.load_encrypted("user://no such file", PackedByteArray())) # expect: 7
	var expression := Expression.new()
	expression.parse("self")
	expression.execute([], null, false)
	expression.parse("1")
	print(expression.has_execute_failed()) # expect: true
	expression.execute()
	print(expression.has_execute_failed()) # expect: false
