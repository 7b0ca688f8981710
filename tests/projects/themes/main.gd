# Themes as data: what they hold, what controls find in them, and how they are saved.
extends Node
func p(id, v): print(id, " = ", v)
func _ready():
	run()
func run():
	await get_tree().process_frame
	var t := Theme.new()
	var n := [0]
	t.changed.connect(func(): n[0] += 1)
	p("def", [t.default_font, t.default_font_size, t.default_base_scale, t.has_default_font(), t.has_default_font_size(), t.get_type_list(), t.get_color_list("Label")])
	t.set_color("font_color", "Label", Color.RED); t.set_constant("sep", "Box", 7); t.set_font_size("font_size", "Label", 20); t.set_stylebox("panel", "Panel", StyleBoxEmpty.new()); t.set_icon("ic", "Tree", null); t.set_font("f", "Label", null)
	p("get", [t.get_color("font_color", "Label"), t.get_constant("sep", "Box"), t.get_font_size("font_size", "Label"), t.get_stylebox("panel", "Panel").get_class(), n[0]])
	p("has", [t.has_color("font_color", "Label"), t.has_color("x", "Label"), t.has_constant("sep", "Box"), t.has_stylebox("panel", "Panel"), t.has_icon("ic", "Tree"), t.has_font("f", "Label")])
	p("lists", [t.get_color_list("Label"), t.get_color_type_list(), t.get_constant_list("Box")])
	t.rename_color("font_color", "fc", "Label"); p("ren", [t.has_color("font_color", "Label"), t.get_color("fc", "Label")]); t.clear_color("fc", "Label"); p("clr", t.has_color("fc", "Label"))
	t.set_color("a", "Label", Color.BLUE)
	t.set_type_variation("Big", "Label"); p("var", [t.get_type_variation_base("Big"), t.is_type_variation("Big", "Label"), t.get_type_variation_list("Label"), t.get_type_variation_base("Label")])
	t.set_theme_item(Theme.DATA_TYPE_COLOR, "z", "Label", Color.GREEN); p("item", [t.get_theme_item(Theme.DATA_TYPE_COLOR, "z", "Label"), t.has_theme_item(Theme.DATA_TYPE_CONSTANT, "z", "Label"), t.get_theme_item_list(Theme.DATA_TYPE_COLOR, "Label")])
	p("prop", [t.get("Label/colors/a"), t.get("Box/constants/sep")]); t.set("Button/colors/q", Color.WHITE); p("prop2", [t.get_color("q", "Button"), t.get_property_list().filter(func(x): return x.name.contains("/")).map(func(x): return x.name)])
	var box := VBoxContainer.new(); box.theme = t; get_tree().root.add_child(box); var l := Label.new(); box.add_child(l)
	p("ctl", [l.get_theme_color("a"), l.has_theme_color("a"), l.get_theme_color("a", "Label"), l.get_theme_color("q", "Button"), l.get_theme_font_size("font_size"), l.has_theme_constant("sep", "Box"), l.get_theme_constant("sep", "Box")])
	l.theme_type_variation = "Big"; t.set_color("a", "Big", Color.YELLOW); p("ctlvar", [l.get_theme_color("a"), l.get_theme_color("z")])
	l.add_theme_color_override("a", Color.BLACK); p("ovr", [l.get_theme_color("a"), l.has_theme_color_override("a")])
	var t2 := Theme.new(); t2.set_color("m", "Label", Color.PINK); t.merge_with(t2); p("merge", [t.get_color("m", "Label")])
	ResourceSaver.save(t, "user://t.tres"); var u = load("user://t.tres") as Theme; p("saved", [u.get_color("a", "Label"), u.get_constant("sep", "Box"), u.get_type_variation_base("Big")])
	t.clear(); p("clear", [t.get_color_list("Label"), t.get_type_list()])
	var s := StyleBoxFlat.new(); s.set_corner_radius_all(4); s.set_border_width_all(2); s.set_content_margin_all(5); s.set_expand_margin_all(1)
	p("flat", [s.corner_radius_top_left, s.corner_radius_bottom_right, s.border_width_left, s.content_margin_top, s.expand_margin_right])
	get_tree().quit()
