// Events of a viewer, judged and done. Each names a control that the viewer was told of; what is done to it is its user_ functions.
#include "core/io/json.h"
#include "core/math/math_funcs.h"
#include "core/scene/gui/accept_dialog.h"
#include "core/scene/gui/control_stream.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/popup_menu.h"
#include "core/scene/gui/range.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/spin_box.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"

namespace {

constexpr int MAX_VIEW_SIZE = 16384; // Pixels.
constexpr int64_t MAX_WHOLE = 1 << 30; // Of indices, rows, carets and counts.

// The parts of an event behind the control's number, each of the type and in the range that is asked for, or the event does not fit.
class Parts {
	const Array &event;
	int64_t at = 2;
	bool fits = true;

	const Variant &next() {
		static const Variant nothing;
		fits = fits && at < event.size();
		return fits ? event[at++] : nothing;
	}

public:
	explicit Parts(const Array &p_event) :
			event(p_event) {}

	int number() {
		const Variant part = next();
		const bool is_number = part.get_type() == Variant::FLOAT || part.get_type() == Variant::INT;
		const double value = is_number ? double(part) : -1;
		fits = fits && value >= 0 && value <= double(MAX_WHOLE) && value == Math::floor(value);
		return fits ? int(value) : 0;
	}
	double real() {
		const Variant part = next();
		const bool is_number = part.get_type() == Variant::FLOAT || part.get_type() == Variant::INT;
		fits = fits && is_number && Math::is_finite(double(part));
		return fits ? double(part) : 0;
	}
	String text() {
		const Variant part = next();
		fits = fits && part.get_type() == Variant::STRING;
		return fits ? String(part) : String();
	}
	bool flag() {
		const Variant part = next();
		fits = fits && part.get_type() == Variant::BOOL;
		return fits && bool(part);
	}
	bool has_more() const { return at < event.size(); }
	bool fit() const { return fits && at == event.size(); }
};

TreeItem *get_row(const Tree *p_tree, int p_row) {
	TreeItem *item = p_tree->get_root();
	item = item && p_tree->is_root_hidden() ? item->get_next_visible(false) : item;
	for (int i = 0; i < p_row && item; i++) {
		item = item->get_next_visible(false);
	}
	return item;
}

bool press(Node *p_node, Parts &r_parts) {
	BaseButton *button = Object::cast_to<BaseButton>(p_node);
	if (!button || !r_parts.fit() || button->is_disabled()) {
		return false;
	}
	button->user_press();
	return true;
}

bool submit(Node *p_node, Parts &r_parts) {
	LineEdit *line = Object::cast_to<LineEdit>(p_node);
	if (!line || !r_parts.fit() || !line->is_editable()) {
		return false;
	}
	line->user_submit();
	return true;
}

bool set_value(Node *p_node, Parts &r_parts) {
	Range *range = Object::cast_to<Range>(p_node);
	const SpinBox *box = Object::cast_to<SpinBox>(p_node);
	const double value = r_parts.real();
	if (!range || !r_parts.fit() || (box && !box->is_editable()) || p_node->is_class("ProgressBar")) {
		return false;
	}
	range->user_set_value(value);
	return true;
}

bool select(Node *p_node, Parts &r_parts) {
	const int index = r_parts.number();
	const bool adds = r_parts.has_more() && r_parts.flag();
	if (!r_parts.fit()) {
		return false;
	}
	if (OptionButton *button = Object::cast_to<OptionButton>(p_node); button && index < button->get_item_count()) {
		button->user_select(index);
		return true;
	}
	if (ItemList *list = Object::cast_to<ItemList>(p_node); list && index < list->get_item_count()) {
		list->user_select(index, adds);
		return true;
	}
	if (TabContainer *tabs = Object::cast_to<TabContainer>(p_node); tabs && index < tabs->get_tab_count()) {
		tabs->user_select(index);
		return true;
	}
	if (PopupMenu *menu = Object::cast_to<PopupMenu>(p_node); menu && index < menu->get_item_count()) {
		menu->user_select(index);
		return true;
	}
	return false;
}

bool activate(Node *p_node, Parts &r_parts) {
	ItemList *list = Object::cast_to<ItemList>(p_node);
	const int index = r_parts.number();
	if (!list || !r_parts.fit() || index >= list->get_item_count() || list->is_item_disabled(index)) {
		return false;
	}
	list->emit_signal(SNAME("item_activated"), index);
	return true;
}

bool choose_cell(Node *p_node, Parts &r_parts) {
	Tree *rows = Object::cast_to<Tree>(p_node);
	TreeItem *item = rows ? get_row(rows, r_parts.number()) : nullptr;
	const int column = r_parts.number();
	if (!item || !r_parts.fit() || column >= rows->get_columns()) {
		return false;
	}
	rows->user_select(item, column);
	return true;
}

bool check_cell(Node *p_node, Parts &r_parts) {
	Tree *rows = Object::cast_to<Tree>(p_node);
	TreeItem *item = rows ? get_row(rows, r_parts.number()) : nullptr;
	const int column = r_parts.number();
	const bool is_checked = r_parts.flag();
	if (!item || !r_parts.fit() || column >= rows->get_columns() || item->get_cell_mode(column) != TreeItem::CELL_MODE_CHECK || !item->is_editable(column)) {
		return false;
	}
	const ObjectID id = rows->get_instance_id();
	item->set_checked(column, is_checked);
	if (ObjectDB::get_instance(id)) {
		rows->emit_signal(SNAME("item_edited"));
	}
	return true;
}

bool fold(Node *p_node, Parts &r_parts) {
	Tree *rows = Object::cast_to<Tree>(p_node);
	TreeItem *item = rows ? get_row(rows, r_parts.number()) : nullptr;
	const bool is_collapsed = r_parts.flag();
	if (!item || !r_parts.fit() || item->is_folding_disabled()) {
		return false;
	}
	item->set_collapsed(is_collapsed);
	return true;
}

bool follow(Node *p_node, Parts &r_parts) {
	RichTextLabel *label = Object::cast_to<RichTextLabel>(p_node);
	const int paragraph = r_parts.number();
	const int run = r_parts.number();
	if (!label || !r_parts.fit() || paragraph >= label->get_content().get_paragraph_count() || run >= int(label->get_content().get_paragraph_runs(paragraph).size())) {
		return false;
	}
	label->user_follow(paragraph, run);
	return true;
}

bool focus(Node *p_node, Parts &r_parts) {
	Control *control = Object::cast_to<Control>(p_node);
	if (!control || !r_parts.fit() || control->get_focus_mode() == Control::FOCUS_NONE) {
		return false;
	}
	control->user_focus();
	return true;
}

bool close(Node *p_node, Parts &r_parts) {
	Window *window = Object::cast_to<Window>(p_node);
	if (!window || !r_parts.fit() || !window->is_visible() || !window->get_parent()) {
		return false;
	}
	window->user_close();
	return true;
}

struct Action {
	const char *name;
	bool (*act)(Node *p_node, Parts &r_parts); // False: the event does not fit.
};

constexpr Action ACTIONS[] = {
	{ "press", press },
	{ "submit", submit },
	{ "value", set_value },
	{ "select", select },
	{ "activate", activate },
	{ "cell", choose_cell },
	{ "check", check_cell },
	{ "fold", fold },
	{ "link", follow },
	{ "focus", focus },
	{ "close", close },
};

// What nobody sees cannot be used, whatever a viewer says.
bool is_seen(const Node *p_node) {
	const Window *window = Object::cast_to<Window>(p_node);
	const CanvasItem *item = Object::cast_to<CanvasItem>(p_node);
	if (!p_node->is_inside_tree() || (window && !window->is_visible()) || (item && !item->is_visible_in_tree())) {
		return false;
	}
	for (const Node *above = p_node->get_parent(); above; above = above->get_parent()) {
		const Window *around = Object::cast_to<Window>(above);
		if (around && !around->is_visible()) {
			return false;
		}
	}
	return true;
}

// As ShownValues has a caret: nothing stands for 0.
void tell_caret(Dictionary r_told, int p_line, int p_column) {
	const std::pair<const char *, int> places[] = { { "caret_line", p_line }, { "caret_column", p_column } };
	for (const auto &[name, place] : places) {
		r_told.erase(name);
		if (place != 0) {
			r_told[name] = place;
		}
	}
}

} // namespace

bool ControlStream::take_event(const String &p_event) {
	Ref<JSON> json;
	json.instantiate();
	const bool is_array = p_event.length() <= MAX_EVENT_LENGTH && json->parse(p_event) == OK && json->get_data().get_type() == Variant::ARRAY;
	const bool is_done = is_array && take_parts(json->get_data());
	ignored_events += !is_done;
	return is_done;
}

bool ControlStream::take_size(const Array &p_event) {
	const Array whole{ "size", 0, p_event.size() > 1 ? p_event[1] : Variant(), p_event.size() > 2 ? p_event[2] : Variant() };
	Parts parts(whole);
	const int width = parts.number();
	const int height = parts.number();
	if (!parts.fit() || p_event.size() != 3 || width < 1 || height < 1 || width > MAX_VIEW_SIZE || height > MAX_VIEW_SIZE || !tree->get_root()) {
		return false;
	}
	tree->get_root()->set_size(Vector2i(width, height));
	return true;
}

bool ControlStream::take_parts(const Array &p_event) {
	if (p_event.size() < 2 || p_event.size() > 8 || p_event[0].get_type() != Variant::STRING) {
		return false;
	}
	const String name = p_event[0];
	if (name == "size") {
		return take_size(p_event);
	}
	if (p_event[1].get_type() != Variant::FLOAT && p_event[1].get_type() != Variant::INT) {
		return false;
	}
	const double number = p_event[1];
	const ObjectID *id = number >= 1 && number <= double(last_number) ? numbers.getptr(int64_t(number)) : nullptr;
	Node *node = id ? ObjectDB::get_instance<Node>(*id) : nullptr;
	if (!node || !is_seen(node)) {
		return false;
	}
	Shown *entry = shown.getptr(*id);
	Parts parts(p_event);
	// Whatever the control makes of it, the viewer hears what it has then: what the viewer did itself counts as told.
	tracker.touched(node);
	if (name == "edit") {
		LineEdit *line = Object::cast_to<LineEdit>(node);
		TextEdit *lines = Object::cast_to<TextEdit>(node);
		const String text = parts.text();
		const int caret_line = lines ? parts.number() : 0;
		const int caret = parts.number();
		const int count = parts.number();
		if ((!line && !lines) || !parts.fit()) {
			return false;
		}
		entry->edits = count;
		entry->told["text"] = text;
		tell_caret(entry->told, caret_line, caret);
		if (line) {
			line->user_edit(text, caret);
		} else {
			lines->user_edit(text, caret_line, caret);
		}
		return true;
	}
	if (name == "value" && p_event.size() == 3) {
		entry->told["value"] = p_event[2];
	} else if (name == "focus") {
		entry->told["focused"] = true;
	}
	for (const Action &action : ACTIONS) {
		if (name == action.name) {
			return action.act(node, parts);
		}
	}
	return false;
}
