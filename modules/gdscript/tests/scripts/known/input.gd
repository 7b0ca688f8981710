# Events as data, actions, and the state of keys; all from the script.
func key(code: Key, pressed := true, ctrl := false) -> InputEventKey:
	var event := InputEventKey.new()
	event.keycode = code
	event.pressed = pressed
	event.ctrl_pressed = ctrl
	return event

func run():
	print(InputMap.has_action("ui_accept"), InputMap.has_action("go")) # expect: truefalse
	InputMap.add_action("go")
	InputMap.action_add_event("go", key(KEY_A))
	var stick := InputEventJoypadMotion.new()
	stick.axis = JOY_AXIS_LEFT_Y
	stick.axis_value = -1
	InputMap.action_add_event("go", stick)
	InputMap.action_add_event("go", key(KEY_A)) # Is there already.
	print(InputMap.action_get_events("go").size()) # expect: 2
	var event := key(KEY_A)
	print(event.is_action("go"), event.is_action_pressed("go"), event.is_action_released("go"), event.get_action_strength("go")) # expect: truetruefalse1.0
	print(event.is_match(key(KEY_A, false)), event.is_match(key(KEY_A, true, true)), event.is_match(key(KEY_A, true, true), false)) # expect: truefalsetrue
	print(key(KEY_A, true, true).is_action("go"), key(KEY_A, true, true).is_action("go", true)) # expect: truefalse
	print(event) # expect: InputEventKey: keycode=65 (A), mods=none, physical=false, location=unspecified, pressed=true, echo=false
	print(key(KEY_ENTER, true, true).as_text(), " ", OS.find_keycode_from_string("ctrl+enter") == (KEY_ENTER | KEY_MASK_CTRL)) # expect: Ctrl+Enter true
	Input.parse_input_event(event)
	print(Input.is_action_pressed("go")) # expect: false
	Input.flush_buffered_events()
	print(Input.is_action_pressed("go"), Input.is_action_just_pressed("go"), Input.is_key_pressed(KEY_A)) # expect: truetruetrue
	Input.parse_input_event(key(KEY_A, false))
	Input.flush_buffered_events()
	print(Input.is_action_pressed("go"), Input.is_action_just_released("go"), Input.is_anything_pressed()) # expect: falsetruefalse
	stick = stick.duplicate() # The map has the other one.
	stick.axis_value = -0.6
	print(stick.is_action_pressed("go"), snappedf(stick.get_action_strength("go"), 0.01)) # expect: true0.5
	stick.axis_value = 0.6
	print(stick.is_action("go"), stick.is_action_pressed("go")) # expect: truefalse
	Input.action_press("ui_left", 0.5)
	print(Input.get_axis("ui_left", "ui_right"), Input.get_vector("ui_left", "ui_right", "ui_up", "ui_down", 0.0)) # expect: -0.5(-0.5, 0.0)
	Input.action_release("ui_left")
	print(Input.is_action_pressed("nope")) # expect error: The InputMap action "nope" doesn't exist.
	# expect: false
	InputMap.erase_action("go")
	var button := InputEventMouseButton.new()
	button.button_index = MOUSE_BUTTON_LEFT
	button.pressed = true
	button.canceled = true
	print(button.is_pressed(), button.is_released(), button.as_text()) # expect: falsefalseLeft Mouse Button
	var shortcut := Shortcut.new()
	shortcut.events = [key(KEY_S, true, true)]
	print(shortcut.matches_event(key(KEY_S, true, true)), shortcut.matches_event(key(KEY_S)), shortcut.get_as_text()) # expect: truefalseCtrl+S
	print(DisplayServer.get_name(), DisplayServer.screen_get_dpi(), AudioServer.bus_count) # expect: headless961
