# Menus, dialogs and trees as data: what they hold, and which signals come in which order.
extends Node
var L := []
func tk():
	var l = L
	L = []
	return l
func p(id, v): print(id, " = ", v)
func watch(o, names):
	for n in names:
		var k = n
		var c = 0
		for s in o.get_signal_list(): if s.name == k: c = s.args.size()
		if c == 0: o.connect(k, func(): L.append(k))
		elif c == 1: o.connect(k, func(a): L.append([k, a.get_text(0) if a is TreeItem else a]))
		else: o.connect(k, func(a, b, cc = null): L.append([k, a.get_text(0), b]))
func _ready():
	run()
func run():
	await get_tree().process_frame
	from_scene(); tabs(); popups(); dialogs(); trees(); walks(); scrolls()
	get_tree().quit()
# Items that the scene holds, and what a scene that is packed of them holds.
func from_scene():
	for child in [$List, $Option, $Menu, $Button]:
		var found := []
		for q in child.get_property_list():
			if q.name.trim_prefix("popup/").begins_with("item_") and "/" in q.name: found.append([q.name, q.type, q.usage, q.hint, q.hint_string.to_lower(), child.get(q.name)])
		p("s_" + child.name, found)
		p("s_none_" + child.name, [child.get("item_9/text"), child.get("item_x/text"), child.get("item_0"), child.get("item_0/nothing"), child.get("popup/item_9/text")])
		var packed := PackedScene.new()
		packed.pack(child)
		var again := packed.instantiate()
		p("s_again_" + child.name, found.map(func(q): return again.get(q[0]) == q[5]))
		again.free()
	p("s_list", [$List.is_item_selectable(1), $List.is_item_disabled(2), $List.get_item_text(2)])
	p("s_option", [$Option.get_selected(), $Option.text, $Option.get_item_index(5)])
	var o := OptionButton.new()
	o.selected = 2; o.item_count = 3; p("s_early", [o.selected, o.text])
	o.set("popup/item_2/text", "late"); o.selected = 9; o.selected = -3; p("s_late", [o.selected, o.text])
	o.item_count = 10; p("s_more", o.selected); o.item_count = 2; p("s_less", o.selected); o.item_count = 0; p("s_no", o.selected)
	o.free()
	p("s_menu", [$Menu.is_item_radio_checkable(0), $Menu.is_item_checked(0), $Menu.get_item_index(8), $Menu.is_item_separator(1)])
	$Menu.set("item_0/checkable", 77); p("s_check", [$Menu.is_item_checkable(0), $Menu.is_item_radio_checkable(0)])
func tabs():
	p("b_scene", [$Tabs.current_tab, $Tabs/One.visible, $Tabs/Two.visible])
	var t := TabContainer.new()
	t.tab_changed.connect(func(i): L.append(["changed", i])); t.tab_selected.connect(func(i): L.append(["selected", i]))
	t.current_tab = 1; p("b_empty", t.current_tab)
	for i in 3: t.add_child(Control.new())
	p("b_outside", [t.current_tab, tk()])
	get_tree().root.add_child(t); p("b_inside", [t.current_tab, t.get_previous_tab(), tk()])
	get_tree().root.remove_child(t); t.current_tab = 2; p("b_out_again", [t.current_tab, tk()])
	get_tree().root.add_child(t); p("b_in_again", [t.current_tab, tk()])
	t.current_tab = 0; p("b_set", [t.current_tab, tk()])
	t.free()
func popups():
	var m := PopupMenu.new()
	get_tree().root.add_child(m)
	m.add_item("One")
	m.add_item("Two", 7, KEY_A)
	m.add_check_item("Chk")
	m.add_radio_check_item("Rad", 9)
	m.add_separator()
	m.add_separator("Sep", 50)
	m.add_icon_item(null, "Ico")
	m.add_multistate_item("Multi", 3, 1)
	p("m_added", tk())
	for i in m.item_count:
		p("m_item%d" % i, [m.get_item_text(i), m.get_item_id(i), m.get_item_accelerator(i), m.is_item_checkable(i), m.is_item_radio_checkable(i), m.is_item_separator(i), m.is_item_checked(i), m.is_item_disabled(i), m.get_item_metadata(i), m.get_item_submenu(i), m.get_item_multistate(i), m.get_item_multistate_max(i), m.get_item_indent(i), m.get_item_tooltip(i), m.get_item_icon(i), m.get_item_icon_modulate(i)])
	m.set_item_checked(2, true); m.toggle_item_checked(2); m.toggle_item_checked(3)
	p("m_checked", [m.is_item_checked(2), m.is_item_checked(3), tk()])
	m.toggle_item_multistate(7); p("m_multi", [m.get_item_multistate(7)]); m.toggle_item_multistate(7); p("m_multi2", [m.get_item_multistate(7)])
	m.set_item_text(0, "Uno"); m.set_item_id(0, 77); m.set_item_disabled(0, true); m.set_item_metadata(0, {"a": 1}); m.set_item_tooltip(0, "tip"); m.set_item_indent(0, 2)
	p("m_set", [m.get_item_text(0), m.get_item_id(0), m.is_item_disabled(0), m.get_item_metadata(0), m.get_item_tooltip(0), m.get_item_indent(0), m.get_item_index(77), m.get_item_index(12345), tk()])
	m.set_item_text(-1, "Last"); p("m_neg", [m.get_item_text(m.item_count - 1)])
	m.set_item_as_checkable(6, true); m.set_item_as_separator(6, true)
	m.remove_item(0); p("m_removed", [m.item_count, m.get_item_text(0), m.get_item_id(0), tk()])
	m.item_count = 2; p("m_count", [m.item_count, m.get_item_text(1), tk()])
	var sub := PopupMenu.new(); sub.name = "sub"
	m.add_submenu_node_item("Sub", sub, 3); p("m_sub", [m.get_item_submenu(2), m.get_item_submenu_node(2) == sub, sub.get_parent() == m, m.item_count, tk()])
	m.popup(); p("m_popup", [m.visible, tk()])
	m.hide(); p("m_hide", [m.visible, tk()])
	m.popup_centered(Vector2i(50, 60)); p("m_centered", [m.visible, tk()]); m.hide(); tk()
	m.clear(); p("m_clear", [m.item_count, tk()])
	m.free()
	var b := MenuButton.new(); watch(b, ["about_to_popup", "pressed", "toggled"]); get_tree().root.add_child(b)
	p("b_defaults", [b.get_popup().get_class(), b.toggle_mode, b.action_mode, b.flat, b.focus_mode, b.item_count, b.get_child_count(), b.get_child_count(true)])
	b.get_popup().add_item("A"); p("b_item", [b.item_count])
	b.get_popup().hide(); p("b_hide", [b.button_pressed, tk()])
	b.free()
	var o := OptionButton.new(); o.add_item("x"); o.add_item("y", 5)
	o.free()
func dialogs():
	var d := AcceptDialog.new(); watch(d, ["confirmed", "canceled", "custom_action", "visibility_changed", "about_to_popup", "close_requested"]); get_tree().root.add_child(d)
	p("d_defaults", [d.visible, d.title, d.dialog_text, d.ok_button_text, d.get_ok_button().text, d.get_label().text])
	d.dialog_text = "hey"; p("d_text", d.get_label().text)
	d.ok_button_text = "Yes"; p("d_oktext", [d.get_ok_button().text, d.ok_button_text])
	var bt := d.add_button("Help", true, "help"); var cb := d.add_cancel_button("No")
	p("d_buttons", [bt.text, cb.text, bt is Button])
	d.popup_centered(); p("d_popup", [d.visible, tk()])
	bt.pressed.emit(); p("d_custom", [d.visible, tk()])
	d.get_ok_button().pressed.emit(); p("d_confirm", [d.visible, tk()])
	d.popup(); tk(); cb.pressed.emit(); p("d_cancel", [d.visible, tk()])
	d.dialog_hide_on_ok = false; d.popup(); tk(); d.get_ok_button().pressed.emit(); p("d_nohide", [d.visible, tk()])
	var le := LineEdit.new(); d.add_child(le); d.register_text_enter(le); le.text_submitted.emit("q"); p("d_enter", tk())
	d.hide(); p("d_hidden", tk())
	d.free()
	var c := ConfirmationDialog.new(); watch(c, ["confirmed", "canceled"]); get_tree().root.add_child(c)
	p("c_defaults", [c.title, c.cancel_button_text, c.get_cancel_button().text, c.get_ok_button().text])
	c.popup(); c.get_cancel_button().pressed.emit(); p("c_cancel", [c.visible, tk()])
	c.free()
	var f := FileDialog.new(); get_tree().root.add_child(f)
	p("f_defaults", [f.title, f.file_mode, f.access, f.current_dir, f.current_file, f.filters, f.get_line_edit().get_class(), f.get_vbox().get_class(), f.ok_button_text])
	f.add_filter("*.png", "Images"); p("f_filter", f.filters); f.clear_filters(); p("f_cleared", f.filters)
	f.free()
func trees():
	var t := Tree.new(); watch(t, ["item_selected", "cell_selected", "multi_selected", "item_edited", "item_collapsed", "nothing_selected", "check_propagated_to_item"]); get_tree().root.add_child(t)
	p("t_defaults", [t.columns, t.get_root(), t.hide_root, t.select_mode, t.column_titles_visible, t.get_selected(), t.get_selected_column(), t.get_edited(), t.focus_mode])
	var r := t.create_item(); var a := t.create_item(r); var b := t.create_item(r); var c := t.create_item(a); var z := t.create_item(r, 0); var y := t.create_item()
	r.set_text(0, "r"); a.set_text(0, "a"); b.set_text(0, "b"); c.set_text(0, "c"); z.set_text(0, "z"); y.set_text(0, "y")
	var nm = func(i): return i.get_text(0) if i else null
	p("t_kids", [r.get_children().map(nm), r.get_child_count(), nm.call(r.get_first_child()), nm.call(a.get_next()), nm.call(a.get_prev()), nm.call(c.get_parent()), b.get_index(), nm.call(r.get_child(-1)), nm.call(y.get_parent())])
	p("t_typed", [r.get_children().get_typed_class_name(), r.get_tree() == t, nm.call(t.get_root())])
	p("t_walk", [nm.call(r.get_next_in_tree()), nm.call(a.get_next_in_tree()), nm.call(c.get_next_in_tree()), nm.call(b.get_prev_in_tree()), nm.call(r.get_prev_in_tree()), nm.call(y.get_next_in_tree()), nm.call(y.get_next_in_tree(true)), nm.call(a.get_prev_visible()), nm.call(c.get_next_visible())])
	a.collapsed = true; p("t_collapsed", [a.collapsed, nm.call(a.get_next_visible()), a.is_any_collapsed(), r.is_any_collapsed(), c.is_visible_in_tree(), tk()])
	c.uncollapse_tree(); p("t_uncollapsed", [a.collapsed, tk()])
	r.set_collapsed_recursive(true); p("t_recursive", [r.collapsed, a.collapsed, b.collapsed, tk()]); r.set_collapsed_recursive(false); tk()
	a.visible = false; p("t_visible", [nm.call(z.get_next_visible()), c.is_visible_in_tree()]); a.visible = true
	a.select(0); p("t_select", [nm.call(t.get_selected()), t.get_selected_column(), a.is_selected(0), tk()])
	b.select(0); p("t_select2", [nm.call(t.get_selected()), a.is_selected(0), b.is_selected(0), tk()])
	t.set_selected(c, 0); p("t_select3", [nm.call(t.get_selected()), tk()])
	c.deselect(0); p("t_deselect", [nm.call(t.get_selected()), tk()])
	t.deselect_all(); p("t_deselect_all", [nm.call(t.get_selected()), nm.call(t.get_next_selected(null)), tk()])
	a.set_selectable(0, false); a.select(0); p("t_unselectable", [a.is_selected(0), a.is_selectable(0), tk()])
	a.set_cell_mode(0, TreeItem.CELL_MODE_CHECK); a.set_checked(0, true); p("t_check", [a.get_cell_mode(0), a.is_checked(0), a.is_indeterminate(0)])
	a.set_indeterminate(0, true); p("t_ind", [a.is_checked(0), a.is_indeterminate(0)])
	c.set_cell_mode(0, TreeItem.CELL_MODE_CHECK); r.set_cell_mode(0, TreeItem.CELL_MODE_CHECK); c.set_checked(0, true); c.propagate_check(0); p("t_prop", [a.is_checked(0), a.is_indeterminate(0), r.is_checked(0), r.is_indeterminate(0), tk()])
	b.set_cell_mode(0, TreeItem.CELL_MODE_RANGE); b.set_range_config(0, 1, 5, 0.5); b.set_range(0, 3.3); p("t_range", [b.get_range(0), b.get_range_config(0), b.get_text(0)])
	b.set_range(0, 99); p("t_range2", b.get_range(0))
	b.set_metadata(0, [1]); b.set_tooltip_text(0, "tt"); b.set_editable(0, true); b.set_custom_color(0, Color.RED); b.set_suffix(0, "px"); b.set_text_alignment(0, HORIZONTAL_ALIGNMENT_RIGHT)
	p("t_data", [b.get_metadata(0), b.get_tooltip_text(0), b.is_editable(0), b.get_custom_color(0), b.get_suffix(0), b.get_text_alignment(0), z.get_metadata(0), z.is_editable(0), z.get_custom_color(0), z.is_selectable(0), z.get_custom_font_size(0), z.get_custom_bg_color(0), z.get_icon(0), z.get_icon_modulate(0), z.get_autowrap_mode(0), z.get_text_overrun_behavior(0), z.get_expand_right(0), z.custom_minimum_height, z.disable_folding])
	b.move_before(z); p("t_move", [r.get_children().map(nm)]); b.move_after(a); p("t_move2", [r.get_children().map(nm)])
	t.columns = 3; a.set_text(2, "a2"); t.set_column_title(1, "T"); t.set_column_expand(1, false); p("t_cols", [t.columns, a.get_text(2), a.get_text(1), t.get_column_title(1), t.get_column_title(0), t.is_column_expanding(1), t.is_column_expanding(0), t.get_column_expand_ratio(0)])
	t.columns = 1; p("t_cols1", [t.columns])
	t.select_mode = Tree.SELECT_MULTI; tk(); a.set_selectable(0, true); a.select(0); b.select(0); p("t_multi", [a.is_selected(0), b.is_selected(0), nm.call(t.get_next_selected(null)), nm.call(t.get_next_selected(t.get_next_selected(null))), tk()])
	r.remove_child(a); p("t_removed", [r.get_children().map(nm), a.get_parent(), a.get_tree()]); r.add_child(a); p("t_readd", [r.get_children().map(nm)])
	a.call_recursive("set_tooltip_text", 0, "rec"); p("t_rec", [a.get_tooltip_text(0), c.get_tooltip_text(0)])
	b.free(); p("t_freed", [r.get_children().map(nm)])
	var kid = r.create_child(); kid.set_text(0, "kid"); p("t_child", [r.get_children().map(nm)])
	t.clear(); p("t_clear", [t.get_root(), is_instance_valid(r), is_instance_valid(kid), tk()])
	t.free()
# Of each item the next and previous one, then those among the visible ones.
func walks():
	var t := Tree.new(); get_tree().root.add_child(t)
	var r := t.create_item(); r.set_text(0, "r")
	var items := [r]
	for path in ["a", "b", "ba", "bb", "bba", "c", "ca", "d"]:
		var above = r
		for i in items: if i.get_text(0) == path.left(-1): above = i
		var i := t.create_item(above); i.set_text(0, path); items.append(i)
	var nm = func(i): return i.get_text(0) if i else "-"
	for hide in [false, true]:
		t.hide_root = hide
		for changed in ["", "b", "r", "!b", "!d", "!ba"]:
			for i in items:
				i.collapsed = i.get_text(0) == changed
				i.visible = "!" + i.get_text(0) != changed
			for wrap in [false, true]:
				p("w %s %s %s" % [hide, changed, wrap], " ".join(items.map(func(i): return nm.call(i.get_next_in_tree(wrap)) + nm.call(i.get_prev_in_tree(wrap)) + "," + nm.call(i.get_next_visible(wrap)) + nm.call(i.get_prev_visible(wrap)))))
	t.free()
func scrolls():
	var s := ScrollContainer.new(); get_tree().root.add_child(s); s.size = Vector2(100, 100)
	var c := Control.new(); c.custom_minimum_size = Vector2(50, 400); s.add_child(c)
	s.free()
	var pc := PanelContainer.new(); get_tree().root.add_child(pc); var k := Control.new(); k.custom_minimum_size = Vector2(30, 20); pc.add_child(k); pc.size = Vector2(80, 70)
