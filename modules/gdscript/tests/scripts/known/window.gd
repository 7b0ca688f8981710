# A window's theme values and what it answers without a screen; results of the stock engine.
func run():
	var window := Window.new()
	print(window.has_theme_color_override("x"), window.get_theme_color("x"), window.has_theme_color("x"), window.get_theme_constant("x"), window.get_theme_default_font_size())
	window.add_theme_color_override("x", Color.RED)
	window.add_theme_constant_override("y", 5)
	window.add_theme_font_size_override("z", 9)
	print(window.has_theme_color_override("x"), window.get_theme_color("x"), window.get_theme_constant("y"), window.get_theme_font_size("z"), window.has_theme_constant_override("y"), window.has_theme_font_size_override("z"))
	window.remove_theme_color_override("x")
	print(window.has_theme_color_override("x"), window.get_theme_color("x"))
	window.set_layout_direction(Window.LAYOUT_DIRECTION_RTL)
	print(window.get_layout_direction(), window.is_layout_rtl(), window.is_using_font_oversampling())
	window.set_canvas_cull_mask_bit(3, false)
	print(window.get_canvas_cull_mask_bit(3), window.get_canvas_cull_mask_bit(4), window.canvas_cull_mask)
	print(window.gui_get_drag_data(), window.gui_get_drag_description(), window.gui_is_dragging(), window.get_embedded_subwindows(), window.get_camera_2d(), window.get_theme_default_base_scale())
	window.theme_type_variation = "Other"
	print(window.theme_type_variation, window.get_contents_minimum_size(), window.get_window_id(), window.has_focus(), window.can_draw())
	window.free()
# expect: false(0.0, 0.0, 0.0, 1.0)false016
# expect: true(1.0, 0.0, 0.0, 1.0)59truetrue
# expect: false(0.0, 0.0, 0.0, 1.0)
# expect: 3truetrue
# expect: falsetrue4294967287
# expect: <null>Drag-and-drop datafalse[]<Object#null>1.0
# expect: Other(0.0, 0.0)-1falsefalse
