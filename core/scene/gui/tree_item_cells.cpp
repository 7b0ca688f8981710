// The cells of an item: what they show, whether they are checked, and their buttons.
#include "core/scene/gui/tree_item.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/scene/gui/tree.h"

void TreeItem::set_column_count(int p_count) {
	cells.resize(p_count);
}

#define X(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void TreeItem::m_set(int p_column, m_argument p_value) { \
		ERR_FAIL_INDEX(p_column, int(cells.size())); \
		cells[p_column].m_field = p_value; \
	} \
	m_type TreeItem::m_get(int p_column) const { \
		ERR_FAIL_INDEX_V(p_column, int(cells.size()), m_default); \
		return cells[p_column].m_field; \
	}
TREE_CELL_VALUES(X)
#undef X

void TreeItem::set_cell_mode(int p_column, TreeCellMode p_mode) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	if (cells[p_column].mode == p_mode) {
		return;
	}
	const Cell before = cells[p_column]; // What it held goes when the new one is there.
	cells[p_column] = Cell();
	cells[p_column].mode = p_mode;
}

TreeItem::TreeCellMode TreeItem::get_cell_mode(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), CELL_MODE_STRING);
	return cells[p_column].mode;
}

void TreeItem::set_checked(int p_column, bool p_checked) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	cells[p_column].checked = p_checked;
	cells[p_column].indeterminate = false;
}

bool TreeItem::is_checked(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), false);
	return cells[p_column].checked;
}

void TreeItem::set_indeterminate(int p_column, bool p_indeterminate) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	cells[p_column].indeterminate = p_indeterminate;
	cells[p_column].checked = cells[p_column].checked && !p_indeterminate;
}

bool TreeItem::is_indeterminate(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), false);
	return cells[p_column].indeterminate;
}

void TreeItem::tell_check(int p_column, bool p_emit_signal) {
	Tree *owner = get_tree();
	if (p_emit_signal && owner) {
		owner->emit_signal(SNAME("check_propagated_to_item"), this, p_column);
	}
}

void TreeItem::check_children(int p_column, bool p_emit_signal) {
	const bool on = is_checked(p_column);
	LocalVector<TreeItem *> items;
	collect(&items);
	LocalVector<ObjectID> ids; // Handlers may free some.
	for (uint32_t i = 1; i < items.size(); i++) {
		ids.push_back(items[i]->get_instance_id());
	}
	for (const ObjectID &id : ids) {
		TreeItem *item = ObjectDB::get_instance<TreeItem>(id);
		if (item && p_column < int(item->cells.size())) {
			item->set_checked(p_column, on);
			item->tell_check(p_column, p_emit_signal);
		}
	}
}

void TreeItem::check_parents(int p_column, bool p_emit_signal) {
	for (ObjectID id = parent; id.is_valid();) {
		TreeItem *item = ObjectDB::get_instance<TreeItem>(id);
		if (!item || p_column >= int(item->cells.size())) {
			return;
		}
		bool any_on = false;
		bool any_off = false;
		bool any_open = false;
		for (const TreeItem *child : item->children) {
			any_on |= child->is_checked(p_column);
			any_open |= child->is_indeterminate(p_column);
			any_off |= !child->is_checked(p_column) && !child->is_indeterminate(p_column);
		}
		if (any_open || (any_on && any_off)) {
			item->set_indeterminate(p_column, true);
		} else {
			item->set_checked(p_column, any_on);
		}
		id = item->parent;
		item->tell_check(p_column, p_emit_signal);
	}
}

void TreeItem::propagate_check(int p_column, bool p_emit_signal) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	const ObjectID self = get_instance_id();
	tell_check(p_column, p_emit_signal);
	check_children(p_column, p_emit_signal);
	if (ObjectDB::get_instance(self)) {
		check_parents(p_column, p_emit_signal);
	}
}

void TreeItem::set_range(int p_column, double p_value) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	Cell &cell = cells[p_column];
	const double value = cell.step > 0 ? Math::snapped(p_value - cell.least, cell.step) + cell.least : p_value;
	cell.value = CLAMP(value, cell.least, cell.most);
}

double TreeItem::get_range(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), 0);
	return cells[p_column].value;
}

void TreeItem::set_range_config(int p_column, double p_min, double p_max, double p_step, bool p_exponential) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	ERR_FAIL_COND_MSG(!(p_min <= p_max), "The least value of a range is not above the greatest.");
	Cell &cell = cells[p_column];
	cell.least = p_min;
	cell.most = p_max;
	cell.step = p_step;
	cell.exponential = p_exponential;
}

Dictionary TreeItem::get_range_config(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), Dictionary());
	const Cell &cell = cells[p_column];
	Dictionary config;
	config["min"] = cell.least;
	config["max"] = cell.most;
	config["step"] = cell.step;
	config["expr"] = cell.exponential;
	return config;
}

void TreeItem::set_custom_bg_color(int p_column, const Color &p_color, bool p_just_outline) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	cells[p_column].background = p_color;
}

Color TreeItem::get_custom_bg_color(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), Color());
	return cells[p_column].background;
}

void TreeItem::set_selectable(int p_column, bool p_selectable) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	cells[p_column].selectable = p_selectable;
}

bool TreeItem::is_selectable(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), false);
	return cells[p_column].selectable;
}

// --- Buttons ---

void TreeItem::add_button(int p_column, const Ref<Texture2D> &p_button, int p_id, bool p_disabled, const String &p_tooltip, const String &p_description) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	ERR_FAIL_COND_MSG(p_button.is_null(), "A button of an item needs a texture.");
	LocalVector<CellButton> &buttons = cells[p_column].buttons;
	buttons.push_back({ p_button, p_id < 0 ? int(buttons.size()) : p_id, p_disabled, p_tooltip, p_description });
}

void TreeItem::erase_button(int p_column, int p_button_index) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	ERR_FAIL_INDEX(p_button_index, int(cells[p_column].buttons.size()));
	cells[p_column].buttons.remove_at(p_button_index);
}

void TreeItem::clear_buttons() {
	for (Cell &cell : cells) {
		cell.buttons.clear();
	}
}

int TreeItem::get_button_count(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), -1);
	return cells[p_column].buttons.size();
}

int TreeItem::get_button_by_id(int p_column, int p_id) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), -1);
	for (uint32_t i = 0; i < cells[p_column].buttons.size(); i++) {
		if (cells[p_column].buttons[i].id == p_id) {
			return i;
		}
	}
	return -1;
}

const TreeItem::CellButton *TreeItem::find_button(int p_column, int p_index) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), nullptr);
	ERR_FAIL_INDEX_V(p_index, int(cells[p_column].buttons.size()), nullptr);
	return &cells[p_column].buttons[p_index];
}

int TreeItem::get_button_id(int p_column, int p_button_index) const {
	const CellButton *button = find_button(p_column, p_button_index);
	return button ? button->id : -1;
}

Ref<Texture2D> TreeItem::get_button(int p_column, int p_button_index) const {
	const CellButton *button = find_button(p_column, p_button_index);
	return button ? button->icon : Ref<Texture2D>();
}

String TreeItem::get_button_tooltip_text(int p_column, int p_button_index) const {
	const CellButton *button = find_button(p_column, p_button_index);
	return button ? button->tooltip : String();
}

bool TreeItem::is_button_disabled(int p_column, int p_button_index) const {
	const CellButton *button = find_button(p_column, p_button_index);
	return button && button->disabled;
}

void TreeItem::set_button(int p_column, int p_button_index, const Ref<Texture2D> &p_button) {
	ERR_FAIL_COND_MSG(p_button.is_null(), "A button of an item needs a texture.");
	if (find_button(p_column, p_button_index)) {
		cells[p_column].buttons[p_button_index].icon = p_button;
	}
}

void TreeItem::set_button_tooltip_text(int p_column, int p_button_index, const String &p_tooltip) {
	if (find_button(p_column, p_button_index)) {
		cells[p_column].buttons[p_button_index].tooltip = p_tooltip;
	}
}

void TreeItem::set_button_disabled(int p_column, int p_button_index, bool p_disabled) {
	if (find_button(p_column, p_button_index)) {
		cells[p_column].buttons[p_button_index].disabled = p_disabled;
	}
}

void TreeItem::bind_cells() {
	ClassDB::bind_method(D_METHOD("set_auto_translate_mode", "column", "mode"), &TreeItem::set_auto_translate_mode);
	ClassDB::bind_method(D_METHOD("set_edit_multiline", "column", "multiline"), &TreeItem::set_edit_multiline);
	ClassDB::bind_method(D_METHOD("set_text", "column", "text"), &TreeItem::set_text);
	ClassDB::bind_method(D_METHOD("set_description", "column", "description"), &TreeItem::set_description);
	ClassDB::bind_method(D_METHOD("set_text_direction", "column", "direction"), &TreeItem::set_text_direction);
	ClassDB::bind_method(D_METHOD("set_autowrap_mode", "column", "autowrap_mode"), &TreeItem::set_autowrap_mode);
	ClassDB::bind_method(D_METHOD("set_text_overrun_behavior", "column", "overrun_behavior"), &TreeItem::set_text_overrun_behavior);
	ClassDB::bind_method(D_METHOD("set_language", "column", "language"), &TreeItem::set_language);
	ClassDB::bind_method(D_METHOD("set_suffix", "column", "text"), &TreeItem::set_suffix);
	ClassDB::bind_method(D_METHOD("set_icon", "column", "texture"), &TreeItem::set_icon);
	ClassDB::bind_method(D_METHOD("set_icon_overlay", "column", "texture"), &TreeItem::set_icon_overlay);
	ClassDB::bind_method(D_METHOD("set_icon_region", "column", "region"), &TreeItem::set_icon_region);
	ClassDB::bind_method(D_METHOD("set_icon_max_width", "column", "width"), &TreeItem::set_icon_max_width);
	ClassDB::bind_method(D_METHOD("set_icon_modulate", "column", "modulate"), &TreeItem::set_icon_modulate);
	ClassDB::bind_method(D_METHOD("set_metadata", "column", "meta"), &TreeItem::set_metadata);
	ClassDB::bind_method(D_METHOD("set_editable", "column", "enabled"), &TreeItem::set_editable);
	ClassDB::bind_method(D_METHOD("set_custom_color", "column", "color"), &TreeItem::set_custom_color);
	ClassDB::bind_method(D_METHOD("set_custom_font", "column", "font"), &TreeItem::set_custom_font);
	ClassDB::bind_method(D_METHOD("set_custom_font_size", "column", "font_size"), &TreeItem::set_custom_font_size);
	ClassDB::bind_method(D_METHOD("set_custom_as_button", "column", "enable"), &TreeItem::set_custom_as_button);
	ClassDB::bind_method(D_METHOD("set_tooltip_text", "column", "tooltip"), &TreeItem::set_tooltip_text);
	ClassDB::bind_method(D_METHOD("set_text_alignment", "column", "text_alignment"), &TreeItem::set_text_alignment);
	ClassDB::bind_method(D_METHOD("set_expand_right", "column", "enable"), &TreeItem::set_expand_right);
#define X(m_set, m_get, m_argument, m_type, m_field, m_default) ClassDB::bind_method(D_METHOD(#m_get, "column"), &TreeItem::m_get);
	TREE_CELL_VALUES(X)
#undef X
	ClassDB::bind_method(D_METHOD("set_cell_mode", "column", "mode"), &TreeItem::set_cell_mode);
	ClassDB::bind_method(D_METHOD("get_cell_mode", "column"), &TreeItem::get_cell_mode);
	ClassDB::bind_method(D_METHOD("set_checked", "column", "checked"), &TreeItem::set_checked);
	ClassDB::bind_method(D_METHOD("is_checked", "column"), &TreeItem::is_checked);
	ClassDB::bind_method(D_METHOD("set_indeterminate", "column", "indeterminate"), &TreeItem::set_indeterminate);
	ClassDB::bind_method(D_METHOD("is_indeterminate", "column"), &TreeItem::is_indeterminate);
	ClassDB::bind_method(D_METHOD("propagate_check", "column", "emit_signal"), &TreeItem::propagate_check, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("set_range", "column", "value"), &TreeItem::set_range);
	ClassDB::bind_method(D_METHOD("get_range", "column"), &TreeItem::get_range);
	ClassDB::bind_method(D_METHOD("set_range_config", "column", "min", "max", "step", "expr"), &TreeItem::set_range_config, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_range_config", "column"), &TreeItem::get_range_config);
	ClassDB::bind_method(D_METHOD("clear_custom_color", "column"), &TreeItem::clear_custom_color);
	ClassDB::bind_method(D_METHOD("set_custom_bg_color", "column", "color", "just_outline"), &TreeItem::set_custom_bg_color, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("clear_custom_bg_color", "column"), &TreeItem::clear_custom_bg_color);
	ClassDB::bind_method(D_METHOD("get_custom_bg_color", "column"), &TreeItem::get_custom_bg_color);
	ClassDB::bind_method(D_METHOD("set_selectable", "column", "selectable"), &TreeItem::set_selectable);
	ClassDB::bind_method(D_METHOD("is_selectable", "column"), &TreeItem::is_selectable);
	ClassDB::bind_method(D_METHOD("add_button", "column", "button", "id", "disabled", "tooltip_text", "description"), &TreeItem::add_button, DEFVAL(-1), DEFVAL(false), DEFVAL(String()), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("erase_button", "column", "button_index"), &TreeItem::erase_button);
	ClassDB::bind_method(D_METHOD("clear_buttons"), &TreeItem::clear_buttons);
	ClassDB::bind_method(D_METHOD("get_button_count", "column"), &TreeItem::get_button_count);
	ClassDB::bind_method(D_METHOD("get_button_id", "column", "button_index"), &TreeItem::get_button_id);
	ClassDB::bind_method(D_METHOD("get_button_by_id", "column", "id"), &TreeItem::get_button_by_id);
	ClassDB::bind_method(D_METHOD("get_button", "column", "button_index"), &TreeItem::get_button);
	ClassDB::bind_method(D_METHOD("set_button", "column", "button_index", "button"), &TreeItem::set_button);
	ClassDB::bind_method(D_METHOD("get_button_tooltip_text", "column", "button_index"), &TreeItem::get_button_tooltip_text);
	ClassDB::bind_method(D_METHOD("set_button_tooltip_text", "column", "button_index", "tooltip"), &TreeItem::set_button_tooltip_text);
	ClassDB::bind_method(D_METHOD("is_button_disabled", "column", "button_index"), &TreeItem::is_button_disabled);
	ClassDB::bind_method(D_METHOD("set_button_disabled", "column", "button_index", "disabled"), &TreeItem::set_button_disabled);
}
