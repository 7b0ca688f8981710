// The table of what is shown, and what is no property: items, rows, paragraphs, themes.
#include "core/scene/gui/shown_values.h"

#include "core/object/known/known_classes.h"
#include "core/scene/gui/container.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/popup_menu.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/shown_picture.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/theme.h"
#include "core/scene/gui/tree.h"

namespace {

constexpr int64_t MOST_ROWS = 10000; // Of a tree; what is below is not shown.

Variant plain(const Color &p_color) {
	return "#" + p_color.to_html(true);
}

// A short text, or nothing: absent keys are false, empty or zero.
void put(Dictionary &r_values, const char *p_name, const Variant &p_value) {
	if (p_value.booleanize()) {
		r_values[String(p_name)] = p_value;
	}
}

void read_item_list(const Node *p_control, Dictionary &r_values) {
	const ItemList *list = static_cast<const ItemList *>(p_control);
	Array items;
	for (int i = 0; i < list->get_item_count(); i++) {
		Dictionary item;
		put(item, "text", list->get_item_text(i));
		put(item, "tooltip", list->get_item_tooltip(i));
		put(item, "disabled", list->is_item_disabled(i));
		put(item, "selected", list->is_selected(i));
		items.push_back(item);
	}
	r_values["items"] = items;
}

void read_option_button(const Node *p_control, Dictionary &r_values) {
	const OptionButton *button = static_cast<const OptionButton *>(p_control);
	Array items;
	for (int i = 0; i < button->get_item_count(); i++) {
		Dictionary item;
		put(item, "text", button->get_item_text(i));
		put(item, "tooltip", button->get_item_tooltip(i));
		put(item, "disabled", button->is_item_disabled(i));
		put(item, "separator", button->is_item_separator(i));
		items.push_back(item);
	}
	r_values["items"] = items;
}

void read_popup_menu(const Node *p_control, Dictionary &r_values) {
	const PopupMenu *menu = static_cast<const PopupMenu *>(p_control);
	Array items;
	for (int i = 0; i < menu->get_item_count(); i++) {
		Dictionary item;
		put(item, "text", menu->get_item_text(i));
		put(item, "tooltip", menu->get_item_tooltip(i));
		put(item, "disabled", menu->is_item_disabled(i));
		put(item, "separator", menu->is_item_separator(i));
		put(item, "check", menu->is_item_radio_checkable(i) ? "radio" : menu->is_item_checkable(i) ? "box"
																								   : "");
		put(item, "checked", menu->is_item_checked(i));
		items.push_back(item);
	}
	r_values["items"] = items;
}

void read_text_edit(const Node *p_control, Dictionary &r_values) {
	const TextEdit *edit = static_cast<const TextEdit *>(p_control);
	put(r_values, "caret_line", edit->get_caret_line(0));
	put(r_values, "caret_column", edit->get_caret_column(0));
}

void read_tabs(const Node *p_control, Dictionary &r_values) {
	const TabContainer *container = static_cast<const TabContainer *>(p_control);
	Array tabs;
	for (int i = 0; i < container->get_tab_count(); i++) {
		Dictionary tab;
		put(tab, "text", container->get_tab_title(i));
		put(tab, "disabled", container->is_tab_disabled(i));
		put(tab, "hidden", container->is_tab_hidden(i));
		tabs.push_back(tab);
	}
	r_values["tabs"] = tabs;
	r_values["current_tab"] = container->get_current_tab();
}

// A row has its level, its folding and its cells.
void read_tree(const Node *p_control, Dictionary &r_values) {
	const Tree *shown = static_cast<const Tree *>(p_control);
	Array titles;
	for (int i = 0; i < shown->get_columns(); i++) {
		titles.push_back(shown->get_column_title(i));
	}
	r_values["titles"] = titles;
	Array rows;
	const TreeItem *item = shown->get_root();
	item = item && shown->is_root_hidden() ? item->get_next_visible(false) : item;
	for (; item && rows.size() < MOST_ROWS; item = item->get_next_visible(false)) {
		Dictionary row;
		int64_t level = 0;
		for (const TreeItem *above = item->get_parent(); above; above = above->get_parent()) {
			level++;
		}
		put(row, "level", shown->is_root_hidden() ? level - 1 : level);
		put(row, "parent", item->get_child_count() > 0);
		put(row, "collapsed", item->is_collapsed());
		Array cells;
		for (int i = 0; i < shown->get_columns(); i++) {
			Dictionary cell;
			const TreeItem::TreeCellMode mode = item->get_cell_mode(i);
			put(cell, "text", mode == TreeItem::CELL_MODE_RANGE ? String::num(item->get_range(i)) : item->get_text(i));
			put(cell, "tooltip", item->get_tooltip_text(i));
			put(cell, "check", mode == TreeItem::CELL_MODE_CHECK);
			put(cell, "checked", item->is_checked(i));
			put(cell, "editable", item->is_editable(i));
			put(cell, "selected", item->is_selected(i));
			cells.push_back(cell);
		}
		row["cells"] = cells;
		rows.push_back(row);
	}
	r_values["rows"] = rows;
}

// A paragraph has its alignment and its runs, each a text with marks.
void read_rich_text(const Node *p_control, Dictionary &r_values) {
	static constexpr const char *MARKS[] = { "bold", "italic", "underlined", "struck", "mono" };
	const RichText &content = static_cast<const RichTextLabel *>(p_control)->get_content();
	Array paragraphs;
	for (int i = 0; i < content.get_paragraph_count(); i++) {
		const String &text = content.get_paragraph_text(i);
		Dictionary paragraph;
		Array runs;
		int64_t from = 0;
		for (const RichText::Run &run : content.get_paragraph_runs(i)) {
			const RichText::Style &style = run.style;
			Dictionary piece;
			piece["text"] = text.substr(from, run.end - from);
			for (int mark = 0; mark < 5; mark++) {
				put(piece, MARKS[mark], (style.marks & (1 << mark)) != 0);
			}
			put(piece, "color", style.color.a > 0 ? plain(style.color) : Variant());
			put(piece, "background", style.background.a > 0 ? plain(style.background) : Variant());
			put(piece, "size", style.font_size);
			put(piece, "hint", style.hint);
			put(piece, "link", style.meta.get_type() != Variant::NIL);
			put(paragraph, "align", style.alignment);
			runs.push_back(piece);
			from = run.end;
		}
		paragraph["runs"] = runs;
		paragraphs.push_back(paragraph);
	}
	r_values["paragraphs"] = paragraphs;
}

struct ShownClass {
	const char *name;
	const char *values; // Properties, with a space between.
	void (*read_more)(const Node *p_control, Dictionary &r_values);
};

// What a viewer can show. A class has its own values and those of the classes above it that stand here.
constexpr ShownClass CLASSES[] = {
	{ "CanvasItem", "visible modulate self_modulate z_index", nullptr },
	{ "Control", "tooltip_text custom_minimum_size size_flags_horizontal size_flags_vertical size_flags_stretch_ratio clip_contents layout_direction focus_mode mouse_filter mouse_default_cursor_shape rotation scale pivot_offset", nullptr },
	{ "Container", "", nullptr },
	{ "BoxContainer", "alignment vertical", nullptr },
	{ "HBoxContainer", "", nullptr },
	{ "VBoxContainer", "", nullptr },
	{ "GridContainer", "columns", nullptr },
	{ "MarginContainer", "", nullptr },
	{ "CenterContainer", "use_top_left", nullptr },
	{ "ScrollContainer", "horizontal_scroll_mode vertical_scroll_mode", nullptr },
	{ "TabContainer", "tabs_visible", read_tabs },
	{ "PanelContainer", "", nullptr },
	{ "Panel", "", nullptr },
	{ "HSplitContainer", "", nullptr },
	{ "VSplitContainer", "", nullptr },
	{ "FlowContainer", "alignment vertical", nullptr },
	{ "HFlowContainer", "", nullptr },
	{ "VFlowContainer", "", nullptr },
	{ "ColorRect", "color", nullptr },
	{ "TextureRect", "texture expand_mode stretch_mode flip_h flip_v", nullptr },
	{ "HSeparator", "", nullptr },
	{ "VSeparator", "", nullptr },
	{ "Label", "text horizontal_alignment vertical_alignment autowrap_mode clip_text uppercase text_overrun_behavior visible_characters", nullptr },
	{ "RichTextLabel", "fit_content scroll_following visible_characters", read_rich_text },
	{ "BaseButton", "disabled toggle_mode button_pressed", nullptr },
	{ "Button", "text icon flat alignment", nullptr },
	{ "CheckBox", "", nullptr },
	{ "CheckButton", "", nullptr },
	{ "LinkButton", "text underline", nullptr },
	{ "OptionButton", "selected", read_option_button },
	{ "MenuButton", "", nullptr },
	{ "LineEdit", "text placeholder_text editable secret max_length alignment virtual_keyboard_type caret_column", nullptr },
	{ "TextEdit", "text placeholder_text editable wrap_mode", read_text_edit },
	{ "Range", "min_value max_value step page value", nullptr },
	{ "HSlider", "", nullptr },
	{ "VSlider", "", nullptr },
	{ "Slider", "editable", nullptr },
	{ "SpinBox", "editable prefix suffix", nullptr },
	{ "ProgressBar", "show_percentage indeterminate", nullptr },
	{ "ScrollBar", "", nullptr },
	{ "ItemList", "select_mode", read_item_list },
	{ "Tree", "select_mode column_titles_visible", read_tree },
	{ "Window", "title visible", nullptr },
	{ "Popup", "", nullptr },
	{ "PopupMenu", "", read_popup_menu },
	{ "AcceptDialog", "", nullptr },
};
constexpr const char *PLACING = "anchor_left anchor_top anchor_right anchor_bottom offset_left offset_top offset_right offset_bottom grow_horizontal grow_vertical";

const ShownClass *find_class(const StringName &p_name) {
	for (const ShownClass &one : CLASSES) {
		if (p_name == one.name) {
			return &one;
		}
	}
	return nullptr;
}

// A value as JSON has it; null for what nobody can show.
Variant plain_value(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::BOOL:
		case Variant::INT:
		case Variant::FLOAT:
		case Variant::STRING:
			return p_value;
		case Variant::STRING_NAME:
			return String(p_value);
		case Variant::COLOR:
			return plain(Color(p_value));
		case Variant::VECTOR2: {
			const Vector2 vector = p_value;
			return Array{ vector.x, vector.y };
		}
		case Variant::OBJECT:
			return shown_picture_of(p_value);
		default:
			return Variant();
	}
}

void read_theme(const Control *p_control, Dictionary &r_values) {
	static constexpr const char *CONSTANTS[] = { "separation", "h_separation", "v_separation", "margin_left", "margin_top", "margin_right", "margin_bottom" };
	static constexpr const char *SIZES[] = { "font_size", "normal_font_size" };
	static constexpr const char *COLORS[] = { "font_color", "default_color" };
	static constexpr const char *BOXES[] = { "panel", "normal" };
	const bool is_container = Object::cast_to<Container>(p_control);
	for (const char *name : CONSTANTS) {
		if (is_container && p_control->has_theme_constant(StringName(name))) {
			r_values[String(name)] = p_control->get_theme_constant(StringName(name));
		}
	}
	for (const char *name : SIZES) {
		if (!is_container && p_control->get_theme_font_size(StringName(name)) != Theme::FALLBACK_FONT_SIZE) {
			r_values["font_size"] = p_control->get_theme_font_size(StringName(name));
		}
	}
	for (const char *name : COLORS) {
		if (!is_container && p_control->has_theme_color(StringName(name))) {
			r_values["font_color"] = plain(p_control->get_theme_color(StringName(name)));
		}
	}
	for (const char *name : BOXES) {
		const Ref<Resource> box = p_control->has_theme_stylebox(StringName(name)) ? p_control->get_theme_stylebox(StringName(name)) : Ref<Resource>();
		const Variant *color = box.is_valid() ? box->get_known_value(SNAME("bg_color")) : nullptr;
		if (color) {
			r_values["background"] = plain_value(*color);
		}
	}
}

bool translates(const Node *p_node) {
	for (const Node *node = p_node; node; node = node->get_parent()) {
		if (node->get_auto_translate_mode() != Node::AUTO_TRANSLATE_MODE_INHERIT) {
			return node->get_auto_translate_mode() == Node::AUTO_TRANSLATE_MODE_ALWAYS;
		}
	}
	return true;
}

// What the program says, not what people typed.
void translate(const Node *p_control, Dictionary &r_values) {
	static constexpr const char *TEXTS[] = { "text", "placeholder_text", "tooltip_text", "title" };
	const ObjectID id = p_control->get_instance_id();
	const bool is_typed = Object::cast_to<LineEdit>(p_control) || Object::cast_to<TextEdit>(p_control);
	const auto translate_in = [&id](Dictionary r_in, const char *p_name) {
		const Variant text = r_in.get(String(p_name), Variant());
		const Object *object = ObjectDB::get_instance(id);
		if (object && text.get_type() == Variant::STRING) {
			r_in[String(p_name)] = String(object->tr(StringName(String(text))));
		}
	};
	for (const char *name : TEXTS) {
		if (!is_typed || String(name) != "text") {
			translate_in(r_values, name);
		}
	}
	for (const char *list : { "items", "tabs" }) {
		const Array items = r_values.get(String(list), Array());
		for (int64_t i = 0; i < items.size(); i++) {
			translate_in(items[i], "text");
			translate_in(items[i], "tooltip");
		}
	}
}

} // namespace

bool ShownValues::is_list(const StringName &p_name) {
	return p_name == SNAME("items") || p_name == SNAME("tabs") || p_name == SNAME("rows") || p_name == SNAME("paragraphs");
}

const ShownValues::Shape &ShownValues::get_shape(const Node *p_control) {
	const StringName &class_name = p_control->get_class_name();
	if (const Shape *made = shapes.getptr(class_name)) {
		return *made;
	}
	Shape shape;
	for (StringName at = class_name; at != StringName(); at = ClassDB::get_parent_class(at)) {
		const ShownClass *one = find_class(at);
		if (!one) {
			continue;
		}
		shape.shown_class = shape.shown_class == StringName() ? at : shape.shown_class;
		shape.read_more = shape.read_more ? shape.read_more : one->read_more;
		const bool is_control = at == SNAME("Control");
		const Vector<String> names = (String(one->values) + (is_control ? String(" ") + PLACING : String())).split(" ", false);
		for (const String &name : names) {
			Value value;
			value.name = name;
			// Of the class itself: what only the API's facts have is kept by the object, and no reason to fetch them.
			value.access = ClassDB::get_class_info(at)->members().property_setget.getptr(value.name);
			value.access = value.access && value.access->get_method ? value.access : nullptr;
			value.initial = value.access ? ClassDB::class_get_default_property_value(class_name, value.name) : Variant();
			value.is_placing = is_control && (name.begins_with("anchor_") || name.begins_with("offset_") || name.begins_with("grow_"));
			shape.values.push_back(value);
		}
	}
	return shapes.insert(class_name, shape)->value;
}

StringName ShownValues::get_shown_class(const Node *p_control) {
	return get_shape(p_control).shown_class;
}

Dictionary ShownValues::read(const Node *p_control) {
	const Shape &shape = get_shape(p_control);
	const Control *control = Object::cast_to<Control>(p_control);
	const bool is_placed = Object::cast_to<Container>(p_control->get_parent());
	Dictionary values;
	Node *node = const_cast<Node *>(p_control); // Getters are bound with what they are called on.
	for (const Value &value : shape.values) {
		if (value.is_placing && is_placed) {
			continue;
		}
		Variant now;
		if (!value.access) {
			const Variant *kept = p_control->get_known_value(value.name);
			now = kept ? *kept : value.initial;
		} else if (value.access->index >= 0) {
			const Variant index = value.access->index;
			const Variant *arguments[] = { &index };
			value.access->get_method->validated_call(node, arguments, &now);
		} else {
			value.access->get_method->validated_call(node, nullptr, &now);
		}
		if (now != value.initial) {
			values[String(value.name)] = plain_value(now);
		}
	}
	if (control) {
		read_theme(control, values);
		if (control->has_focus()) {
			values["focused"] = true;
		}
	}
	if (shape.read_more) {
		shape.read_more(p_control, values);
	}
	if (translates(p_control)) {
		translate(p_control, values);
	}
	return values;
}
