# What input answers where no device is connected.
func run():
	var i := Input
	print(i.get_connected_joypads(), i.get_joy_name(0), "|", i.get_joy_guid(0), "|", i.get_joy_info(0), i.is_joy_known(0)) # expect: []||{  }false
	i.start_joy_vibration(0, 0.5, 0.25, 1.0)
	print(i.get_joy_vibration_strength(0), i.get_joy_vibration_duration(0)) # expect: (0.5, 0.25)1.0
	i.stop_joy_vibration(0)
	print(i.get_joy_vibration_strength(0), i.get_joy_vibration_duration(0)) # expect: (0.0, 0.0)0.0
	i.set_gravity(Vector3(1, 2, 3))
	print(i.get_gravity(), i.get_gyroscope(), i.get_last_mouse_velocity()) # expect: (1.0, 2.0, 3.0)(0.0, 0.0, 0.0)(0.0, 0.0)
	i.set_gravity(Vector3())
	InputMap.add_action("by_event")
	var press := InputEventAction.new()
	press.action = "by_event"
	press.pressed = true
	var release := InputEventAction.new()
	release.action = "by_event"
	i.parse_input_event(press)
	i.flush_buffered_events()
	print(i.is_action_just_pressed_by_event("by_event", press), i.is_action_just_pressed_by_event("by_event", release)) # expect: truefalse
	i.parse_input_event(release)
	i.flush_buffered_events()
	print(i.is_action_just_released_by_event("by_event", release), i.is_action_just_released_by_event("by_event", press)) # expect: truefalse
	InputMap.erase_action("by_event")
	print(JavaScriptBridge.eval("1"), JavaScriptBridge.pwa_update()) # expect: <null>2
	print(JavaScriptBridge.get_interface("window"), JavaScriptBridge.create_callback(print), JavaScriptBridge.create_object("Array", 3)) # expect: <Object#null><Object#null><Object#null>
	var node := Node2D.new()
	node.position = Vector2(10, 10)
	print(node.get_canvas_item().is_valid(), node.make_canvas_position_local(Vector2(5, 6))) # expect: true(-5.0, -4.0)
	var click := InputEventMouseButton.new()
	click.position = Vector2(20, 20)
	print(node.make_input_local(click).position) # expect: (10.0, 10.0)
	node.set_instance_shader_parameter("a", 3)
	print(node.get_instance_shader_parameter("a"), node.get_instance_shader_parameter("b")) # expect: 3<null>
	node.set_visibility_layer_bit(3, true)
	print(node.visibility_layer, node.get_visibility_layer_bit(3)) # expect: 9true
	node.free()
	var texture := Sized.new()
	print(texture.get_size(), texture.get_image(), texture.create_placeholder().size) # expect: (7.0, 8.0)<Object#null>(7.0, 8.0)
	texture.draw_rect(RID(), Rect2(1, 2, 3, 4), true) # expect: drawn [P: (1.0, 2.0), S: (3.0, 4.0)] true false

class Sized extends Texture2D:
	func _get_width(): return 7
	func _get_height(): return 8
	func _draw_rect(_item, rect, tile, _modulate, transpose): print("drawn ", rect, " ", tile, " ", transpose)
