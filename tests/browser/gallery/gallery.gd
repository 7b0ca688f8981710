# One control of each kind; what is done to them is printed and shown in a label.
extends VBoxContainer

const HOSTILE := "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>[b]bold[/b] [url=javascript:window.hurt=1]link[/url] [img]x\" onerror=\"window.hurt=1[/img] [color=red;background:url(x)]c[/color] [font_size=9px;x]d[/font_size]"

var told := Label.new()
var grid := GridContainer.new()


func tell(what: String) -> void:
	told.text = what
	print("did: ", what)


func add(control: Control, tip := "") -> Control:
	control.tooltip_text = tip
	grid.add_child(control)
	return control


func _ready() -> void:
	grid.columns = 3
	told.name = "Told"
	add_child(told)
	add_child(grid)
	add_buttons()
	add_texts()
	add_numbers()
	add_lists()
	add_picture()
	add_windows()


func add_buttons() -> void:
	var button: Button = add(Button.new())
	button.text = "Plain"
	button.pressed.connect(func() -> void: tell("pressed"))
	var toggle: Button = add(Button.new())
	toggle.text = "Toggle"
	toggle.toggle_mode = true
	toggle.toggled.connect(func(on: bool) -> void: tell("toggled %s" % on))
	var disabled: Button = add(Button.new())
	disabled.text = "Disabled"
	disabled.disabled = true
	disabled.pressed.connect(func() -> void: tell("must not be"))
	var check: CheckBox = add(CheckBox.new())
	check.text = "Check"
	check.toggled.connect(func(on: bool) -> void: tell("checked %s" % on))
	var group := ButtonGroup.new()
	for title in ["One", "Two"]:
		var radio: CheckBox = add(CheckBox.new())
		radio.text = title
		radio.button_group = group
		radio.toggled.connect(func(on: bool) -> void: tell("%s %s" % [title, on]) if on else null)
	var option: OptionButton = add(OptionButton.new(), "Colour")
	for title in ["red", "green", "blue"]:
		option.add_item(title)
	option.item_selected.connect(func(index: int) -> void: tell("chose " + option.get_item_text(index)))
	var menu: MenuButton = add(MenuButton.new())
	menu.text = "Menu"
	menu.get_popup().add_item("Open")
	menu.get_popup().add_check_item("Ticked")
	menu.get_popup().index_pressed.connect(func(index: int) -> void: tell("menu %d" % index))
	var many: Button = add(Button.new())
	many.text = "Thousand"
	many.pressed.connect(add_thousand)


	var outer: Button = add(Button.new())
	outer.text = "Outer"
	outer.custom_minimum_size = Vector2(300, 60)
	outer.pressed.connect(func() -> void: tell("outer after " + told.text))
	var inner := Button.new()
	inner.text = "Inner"
	inner.position = Vector2(100, 5)
	inner.pressed.connect(func() -> void: tell("inner"))
	outer.add_child(inner)


func add_texts() -> void:
	var line: LineEdit = add(LineEdit.new())
	line.placeholder_text = "Line"
	line.text_changed.connect(func(text: String) -> void: tell("line " + text))
	line.text_submitted.connect(func(text: String) -> void: tell("submitted " + text))
	var upper: LineEdit = add(LineEdit.new())
	upper.placeholder_text = "Upper"
	upper.text_changed.connect(func(text: String) -> void: upper.text = text.to_upper())
	var careful: LineEdit = add(LineEdit.new())
	careful.placeholder_text = "Careful"
	careful.text_changed.connect(func(text: String) -> void:
		var caret := careful.caret_column
		careful.text = text.to_upper()
		careful.caret_column = caret)
	careful.text_submitted.connect(func(_text: String) -> void: careful.caret_column = 1)
	var secret: LineEdit = add(LineEdit.new())
	secret.placeholder_text = "Secret"
	secret.secret = true
	var text: TextEdit = add(TextEdit.new(), "Text")
	text.text_changed.connect(func() -> void: tell("text %d" % text.get_line_count()))
	var rich: RichTextLabel = add(RichTextLabel.new(), "Rich")
	rich.bbcode_enabled = true
	rich.text = HOSTILE
	rich.meta_clicked.connect(func(meta: Variant) -> void: tell("meta %s" % meta))
	var label: Label = add(Label.new())
	label.text = HOSTILE
	label.autowrap_mode = TextServer.AUTOWRAP_ARBITRARY
	label.add_theme_color_override("font_color", Color.RED)
	label.add_theme_font_size_override("font_size", 10)


func add_numbers() -> void:
	var slider: HSlider = add(HSlider.new(), "Slider")
	slider.custom_minimum_size.x = 100
	slider.value_changed.connect(func(value: float) -> void: tell("slider %d" % value))
	var spin: SpinBox = add(SpinBox.new(), "Spin")
	spin.value_changed.connect(func(value: float) -> void: tell("spin %d" % value))
	var bar: ProgressBar = add(ProgressBar.new(), "Bar")
	bar.value = 40


func add_lists() -> void:
	var list: ItemList = add(ItemList.new(), "List")
	for title in ["first", "second", HOSTILE]:
		list.add_item(title)
	list.item_selected.connect(func(index: int) -> void: tell("item %d" % index))
	var tree: Tree = add(Tree.new(), "Tree")
	tree.hide_root = true
	var root := tree.create_item()
	var parent := tree.create_item(root)
	parent.set_text(0, "parent")
	tree.create_item(parent).set_text(0, "child")
	tree.item_selected.connect(func() -> void: tell("row " + tree.get_selected().get_text(0)))
	var tabs: TabContainer = add(TabContainer.new())
	for title in ["Left", "Right"]:
		var page := Label.new()
		page.name = title
		page.text = "page " + title
		tabs.add_child(page)
	tabs.tab_changed.connect(func(index: int) -> void: tell("tab %d" % index))


	var unnamed := VBoxContainer.new()
	unnamed.add_child(Button.new())
	for control: Control in [TextEdit.new(), SpinBox.new(), Tree.new(), HSlider.new(), ItemList.new(), LineEdit.new(), ProgressBar.new(), OptionButton.new()]:
		unnamed.add_child(control)
	(unnamed.get_child(0) as Button).text = "Before"
	add_child(unnamed)
	var wide := GridContainer.new()
	wide.columns = 1 << 30
	add_child(wide)


func add_picture() -> void:
	var image := Image.create(4, 4, false, Image.FORMAT_RGBA8)
	image.fill(Color.BLUE)
	var picture: TextureRect = add(TextureRect.new(), "Picture")
	picture.texture = ImageTexture.create_from_image(image)


func add_windows() -> void:
	var dialog := ConfirmationDialog.new()
	dialog.title = "Sure?"
	dialog.dialog_text = "Really"
	dialog.confirmed.connect(func() -> void: tell("confirmed"))
	dialog.canceled.connect(func() -> void: tell("canceled"))
	add_child(dialog)
	var ask: Button = add(Button.new())
	ask.text = "Ask"
	ask.pressed.connect(dialog.popup_centered)
	var menus := AcceptDialog.new()
	menus.title = "Menus"
	var menu := MenuButton.new()
	menu.text = "Inside"
	menu.get_popup().add_item("Deep")
	menu.get_popup().index_pressed.connect(func(_index: int) -> void: tell("deep"))
	menus.add_child(menu)
	var window := Window.new()
	window.title = "Later"
	window.visible = false
	var late := Button.new()
	late.text = "Late"
	late.pressed.connect(func() -> void: tell("late"))
	window.add_child(late)
	menus.add_button("More").pressed.connect(window.popup_centered)
	add_child(menus)
	add_child(window)
	window.close_requested.connect(window.hide)
	var open: Button = add(Button.new())
	open.text = "Nest"
	open.pressed.connect(menus.popup_centered)


func add_thousand() -> void:
	var box := VBoxContainer.new()
	for i in 500:
		var button := Button.new()
		button.text = "Button %d" % i
		box.add_child(button)
		var label := Label.new()
		label.text = "Label %d" % i
		box.add_child(label)
	add_child(box)
	tell("made")
