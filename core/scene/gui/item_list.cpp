// The items of a list, and which of them are selected.
#include "core/scene/gui/item_list.h"

#include "core/object/class_db.h"

ItemList::ItemList() {
	set_focus_mode(FOCUS_ALL);
	set_clip_contents(true);
}

int ItemList::add_item(const String &p_text, const Ref<Texture2D> &p_icon, bool p_selectable) {
	Item item;
	item.text = p_text;
	item.icon = p_icon;
	item.selectable = p_selectable;
	items.push_back(item);
	return int(items.size()) - 1;
}

static constexpr int MOST_ITEMS = 1 << 20;

int ItemList::add_icon_item(const Ref<Texture2D> &p_icon, bool p_selectable) {
	return add_item(String(), p_icon, p_selectable);
}

void ItemList::set_item_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > MOST_ITEMS, "item_count is a number from 0 to " + itos(MOST_ITEMS) + ".");
	items.resize(p_count);
}

void ItemList::select(int p_idx, bool p_single) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	if (p_single || select_mode == SELECT_SINGLE) {
		if (!items[p_idx].selectable || items[p_idx].disabled) {
			return;
		}
		deselect_all();
	}
	if (items[p_idx].selectable && !items[p_idx].disabled) {
		items[p_idx].selected = true;
	}
}

void ItemList::deselect(int p_idx) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items[p_idx].selected = false;
}

void ItemList::deselect_all() {
	for (Item &item : items) {
		item.selected = false;
	}
}

bool ItemList::is_selected(int p_idx) const {
	ERR_FAIL_INDEX_V(p_idx, int(items.size()), false);
	return items[p_idx].selected;
}

bool ItemList::is_anything_selected() const {
	for (const Item &item : items) {
		if (item.selected) {
			return true;
		}
	}
	return false;
}

PackedInt32Array ItemList::get_selected_items() const {
	PackedInt32Array selected;
	for (uint32_t i = 0; i < items.size(); i++) {
		if (items[i].selected) {
			selected.push_back(i);
		}
	}
	return selected;
}

void ItemList::move_item(int p_from_idx, int p_to_idx) {
	ERR_FAIL_INDEX(p_from_idx, int(items.size()));
	ERR_FAIL_INDEX(p_to_idx, int(items.size()));
	const Item moved = items[p_from_idx];
	items.remove_at(p_from_idx);
	items.insert(p_to_idx, moved);
}

void ItemList::remove_item(int p_idx) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items.remove_at(p_idx);
}

void ItemList::sort_items_by_text() {
	items.sort();
}

#define ITEM_VALUE(m_set, m_get, m_type, m_result, m_field) \
	void ItemList::m_set(int p_idx, m_type p_value) { \
		ERR_FAIL_INDEX(p_idx, int(items.size())); \
		items[p_idx].m_field = p_value; \
	} \
	m_result ItemList::m_get(int p_idx) const { \
		ERR_FAIL_INDEX_V(p_idx, int(items.size()), m_result()); \
		return items[p_idx].m_field; \
	}
ITEM_VALUE(set_item_text, get_item_text, const String &, String, text)
ITEM_VALUE(set_item_icon, get_item_icon, const Ref<Texture2D> &, Ref<Texture2D>, icon)
ITEM_VALUE(set_item_text_direction, get_item_text_direction, TextDirection, Control::TextDirection, text_direction)
ITEM_VALUE(set_item_language, get_item_language, const String &, String, language)
ITEM_VALUE(set_item_auto_translate_mode, get_item_auto_translate_mode, AutoTranslateMode, Node::AutoTranslateMode, translation)
ITEM_VALUE(set_item_icon_transposed, is_item_icon_transposed, bool, bool, icon_transposed)
ITEM_VALUE(set_item_icon_region, get_item_icon_region, const Rect2 &, Rect2, icon_region)
ITEM_VALUE(set_item_icon_modulate, get_item_icon_modulate, const Color &, Color, icon_modulate)
ITEM_VALUE(set_item_selectable, is_item_selectable, bool, bool, selectable)
ITEM_VALUE(set_item_disabled, is_item_disabled, bool, bool, disabled)
ITEM_VALUE(set_item_metadata, get_item_metadata, const Variant &, Variant, metadata)
ITEM_VALUE(set_item_custom_bg_color, get_item_custom_bg_color, const Color &, Color, background)
ITEM_VALUE(set_item_custom_fg_color, get_item_custom_fg_color, const Color &, Color, foreground)
ITEM_VALUE(set_item_tooltip_enabled, is_item_tooltip_enabled, bool, bool, tooltip_enabled)
ITEM_VALUE(set_item_tooltip, get_item_tooltip, const String &, String, tooltip)
#undef ITEM_VALUE

// --- Items as properties ---

const ItemProperties &ItemList::get_item_properties() {
	static const ItemProperties::Field fields[] = {
		ItemProperties::field<&ItemList::set_item_text, &ItemList::get_item_text>("text", Variant::STRING, String()),
		ItemProperties::field<&ItemList::set_item_icon, &ItemList::get_item_icon>("icon", Variant::OBJECT, Ref<Texture2D>(), PROPERTY_HINT_RESOURCE_TYPE, "Texture2D"),
		ItemProperties::field<&ItemList::set_item_selectable, &ItemList::is_item_selectable>("selectable", Variant::BOOL, true),
		ItemProperties::field<&ItemList::set_item_disabled, &ItemList::is_item_disabled>("disabled", Variant::BOOL, false),
	};
	static const ItemProperties properties("item_", fields);
	return properties;
}

bool ItemList::_set(const StringName &p_name, const Variant &p_value) {
	return get_item_properties().set(this, get_item_count(), p_name, p_value);
}

bool ItemList::_get(const StringName &p_name, Variant &r_value) const {
	return get_item_properties().get(this, get_item_count(), p_name, r_value);
}

void ItemList::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	get_item_properties().list(this, get_item_count(), p_list);
}

void ItemList::set_icon_mode(IconMode p_mode) {
	ERR_FAIL_INDEX_MSG(int(p_mode), int(ICON_MODE_LEFT) + 1, "icon_mode must be one of the ICON_MODE_* constants.");
	icon_mode = p_mode;
}

void ItemList::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_item", "text", "icon", "selectable"), &ItemList::add_item, DEFVAL(Variant()), DEFVAL(true));
	ClassDB::bind_method(D_METHOD("add_icon_item", "icon", "selectable"), &ItemList::add_icon_item, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("set_item_text", "idx", "text"), &ItemList::set_item_text);
	ClassDB::bind_method(D_METHOD("get_item_text", "idx"), &ItemList::get_item_text);
	ClassDB::bind_method(D_METHOD("set_item_icon", "idx", "icon"), &ItemList::set_item_icon);
	ClassDB::bind_method(D_METHOD("get_item_icon", "idx"), &ItemList::get_item_icon);
	ClassDB::bind_method(D_METHOD("set_item_text_direction", "idx", "direction"), &ItemList::set_item_text_direction);
	ClassDB::bind_method(D_METHOD("get_item_text_direction", "idx"), &ItemList::get_item_text_direction);
	ClassDB::bind_method(D_METHOD("set_item_language", "idx", "language"), &ItemList::set_item_language);
	ClassDB::bind_method(D_METHOD("get_item_language", "idx"), &ItemList::get_item_language);
	ClassDB::bind_method(D_METHOD("set_item_auto_translate_mode", "idx", "mode"), &ItemList::set_item_auto_translate_mode);
	ClassDB::bind_method(D_METHOD("get_item_auto_translate_mode", "idx"), &ItemList::get_item_auto_translate_mode);
	ClassDB::bind_method(D_METHOD("set_item_icon_transposed", "idx", "transposed"), &ItemList::set_item_icon_transposed);
	ClassDB::bind_method(D_METHOD("is_item_icon_transposed", "idx"), &ItemList::is_item_icon_transposed);
	ClassDB::bind_method(D_METHOD("set_item_icon_region", "idx", "rect"), &ItemList::set_item_icon_region);
	ClassDB::bind_method(D_METHOD("get_item_icon_region", "idx"), &ItemList::get_item_icon_region);
	ClassDB::bind_method(D_METHOD("set_item_icon_modulate", "idx", "modulate"), &ItemList::set_item_icon_modulate);
	ClassDB::bind_method(D_METHOD("get_item_icon_modulate", "idx"), &ItemList::get_item_icon_modulate);
	ClassDB::bind_method(D_METHOD("set_item_selectable", "idx", "selectable"), &ItemList::set_item_selectable);
	ClassDB::bind_method(D_METHOD("is_item_selectable", "idx"), &ItemList::is_item_selectable);
	ClassDB::bind_method(D_METHOD("set_item_disabled", "idx", "disabled"), &ItemList::set_item_disabled);
	ClassDB::bind_method(D_METHOD("is_item_disabled", "idx"), &ItemList::is_item_disabled);
	ClassDB::bind_method(D_METHOD("set_item_metadata", "idx", "metadata"), &ItemList::set_item_metadata);
	ClassDB::bind_method(D_METHOD("get_item_metadata", "idx"), &ItemList::get_item_metadata);
	ClassDB::bind_method(D_METHOD("set_item_custom_bg_color", "idx", "custom_bg_color"), &ItemList::set_item_custom_bg_color);
	ClassDB::bind_method(D_METHOD("get_item_custom_bg_color", "idx"), &ItemList::get_item_custom_bg_color);
	ClassDB::bind_method(D_METHOD("set_item_custom_fg_color", "idx", "custom_fg_color"), &ItemList::set_item_custom_fg_color);
	ClassDB::bind_method(D_METHOD("get_item_custom_fg_color", "idx"), &ItemList::get_item_custom_fg_color);
	ClassDB::bind_method(D_METHOD("set_item_tooltip_enabled", "idx", "enable"), &ItemList::set_item_tooltip_enabled);
	ClassDB::bind_method(D_METHOD("is_item_tooltip_enabled", "idx"), &ItemList::is_item_tooltip_enabled);
	ClassDB::bind_method(D_METHOD("set_item_tooltip", "idx", "tooltip"), &ItemList::set_item_tooltip);
	ClassDB::bind_method(D_METHOD("get_item_tooltip", "idx"), &ItemList::get_item_tooltip);
	ClassDB::bind_method(D_METHOD("select", "idx", "single"), &ItemList::select, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("deselect", "idx"), &ItemList::deselect);
	ClassDB::bind_method(D_METHOD("deselect_all"), &ItemList::deselect_all);
	ClassDB::bind_method(D_METHOD("is_selected", "idx"), &ItemList::is_selected);
	ClassDB::bind_method(D_METHOD("get_selected_items"), &ItemList::get_selected_items);
	ClassDB::bind_method(D_METHOD("move_item", "from_idx", "to_idx"), &ItemList::move_item);
	ClassDB::bind_method(D_METHOD("set_item_count", "count"), &ItemList::set_item_count);
	ClassDB::bind_method(D_METHOD("get_item_count"), &ItemList::get_item_count);
	ClassDB::bind_method(D_METHOD("remove_item", "idx"), &ItemList::remove_item);
	ClassDB::bind_method(D_METHOD("clear"), &ItemList::clear);
	ClassDB::bind_method(D_METHOD("sort_items_by_text"), &ItemList::sort_items_by_text);
	ClassDB::bind_method(D_METHOD("set_fixed_column_width", "width"), &ItemList::set_fixed_column_width);
	ClassDB::bind_method(D_METHOD("get_fixed_column_width"), &ItemList::get_fixed_column_width);
	ClassDB::bind_method(D_METHOD("set_same_column_width", "enable"), &ItemList::set_same_column_width);
	ClassDB::bind_method(D_METHOD("is_same_column_width"), &ItemList::is_same_column_width);
	ClassDB::bind_method(D_METHOD("set_max_text_lines", "lines"), &ItemList::set_max_text_lines);
	ClassDB::bind_method(D_METHOD("get_max_text_lines"), &ItemList::get_max_text_lines);
	ClassDB::bind_method(D_METHOD("set_max_columns", "amount"), &ItemList::set_max_columns);
	ClassDB::bind_method(D_METHOD("get_max_columns"), &ItemList::get_max_columns);
	ClassDB::bind_method(D_METHOD("set_select_mode", "mode"), &ItemList::set_select_mode);
	ClassDB::bind_method(D_METHOD("get_select_mode"), &ItemList::get_select_mode);
	ClassDB::bind_method(D_METHOD("set_icon_mode", "mode"), &ItemList::set_icon_mode);
	ClassDB::bind_method(D_METHOD("get_icon_mode"), &ItemList::get_icon_mode);
	ClassDB::bind_method(D_METHOD("set_fixed_icon_size", "size"), &ItemList::set_fixed_icon_size);
	ClassDB::bind_method(D_METHOD("get_fixed_icon_size"), &ItemList::get_fixed_icon_size);
	ClassDB::bind_method(D_METHOD("set_icon_scale", "scale"), &ItemList::set_icon_scale);
	ClassDB::bind_method(D_METHOD("get_icon_scale"), &ItemList::get_icon_scale);
	ClassDB::bind_method(D_METHOD("set_allow_rmb_select", "allow"), &ItemList::set_allow_rmb_select);
	ClassDB::bind_method(D_METHOD("get_allow_rmb_select"), &ItemList::get_allow_rmb_select);
	ClassDB::bind_method(D_METHOD("set_allow_reselect", "allow"), &ItemList::set_allow_reselect);
	ClassDB::bind_method(D_METHOD("get_allow_reselect"), &ItemList::get_allow_reselect);
	ClassDB::bind_method(D_METHOD("set_allow_search", "allow"), &ItemList::set_allow_search);
	ClassDB::bind_method(D_METHOD("get_allow_search"), &ItemList::get_allow_search);
	ClassDB::bind_method(D_METHOD("set_auto_width", "enable"), &ItemList::set_auto_width);
	ClassDB::bind_method(D_METHOD("has_auto_width"), &ItemList::has_auto_width);
	ClassDB::bind_method(D_METHOD("set_auto_height", "enable"), &ItemList::set_auto_height);
	ClassDB::bind_method(D_METHOD("has_auto_height"), &ItemList::has_auto_height);
	ClassDB::bind_method(D_METHOD("is_anything_selected"), &ItemList::is_anything_selected);
	ClassDB::bind_method(D_METHOD("set_scroll_hint_mode", "scroll_hint_mode"), &ItemList::set_scroll_hint_mode);
	ClassDB::bind_method(D_METHOD("get_scroll_hint_mode"), &ItemList::get_scroll_hint_mode);
	ClassDB::bind_method(D_METHOD("set_tile_scroll_hint", "tile_scroll_hint"), &ItemList::set_tile_scroll_hint);
	ClassDB::bind_method(D_METHOD("is_scroll_hint_tiled"), &ItemList::is_scroll_hint_tiled);
	ClassDB::bind_method(D_METHOD("set_text_overrun_behavior", "overrun_behavior"), &ItemList::set_text_overrun_behavior);
	ClassDB::bind_method(D_METHOD("get_text_overrun_behavior"), &ItemList::get_text_overrun_behavior);
	ClassDB::bind_method(D_METHOD("set_wraparound_items", "enable"), &ItemList::set_wraparound_items);
	ClassDB::bind_method(D_METHOD("has_wraparound_items"), &ItemList::has_wraparound_items);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "select_mode", PROPERTY_HINT_ENUM, "Single,Multi,Toggle"), "set_select_mode", "get_select_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_reselect"), "set_allow_reselect", "get_allow_reselect");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_rmb_select"), "set_allow_rmb_select", "get_allow_rmb_select");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_search"), "set_allow_search", "get_allow_search");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_text_lines", PROPERTY_HINT_RANGE, "1,10,1,or_greater"), "set_max_text_lines", "get_max_text_lines");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "auto_width"), "set_auto_width", "has_auto_width");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "auto_height"), "set_auto_height", "has_auto_height");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "text_overrun_behavior", PROPERTY_HINT_ENUM, "Trim Nothing,Trim Characters,Trim Words,Ellipsis (6+ Characters),Word Ellipsis (6+ Characters),Ellipsis (Always),Word Ellipsis (Always)"), "set_text_overrun_behavior", "get_text_overrun_behavior");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "wraparound_items"), "set_wraparound_items", "has_wraparound_items");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "scroll_hint_mode", PROPERTY_HINT_ENUM, "Disabled,Both,Top,Bottom"), "set_scroll_hint_mode", "get_scroll_hint_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "tile_scroll_hint"), "set_tile_scroll_hint", "is_scroll_hint_tiled");
	ADD_ARRAY_COUNT("Items", "item_count", "set_item_count", "get_item_count", "item_");
	ADD_GROUP("Columns", "");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_columns", PROPERTY_HINT_RANGE, "0,10,1,or_greater"), "set_max_columns", "get_max_columns");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "same_column_width"), "set_same_column_width", "is_same_column_width");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "fixed_column_width", PROPERTY_HINT_RANGE, "0,100,1,or_greater,suffix:px"), "set_fixed_column_width", "get_fixed_column_width");
	ADD_GROUP("Icon", "");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "icon_mode", PROPERTY_HINT_ENUM, "Top,Left"), "set_icon_mode", "get_icon_mode");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "icon_scale"), "set_icon_scale", "get_icon_scale");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "fixed_icon_size", PROPERTY_HINT_NONE, "suffix:px"), "set_fixed_icon_size", "get_fixed_icon_size");

	ADD_SIGNAL(MethodInfo("item_selected", PropertyInfo(Variant::INT, "index")));
	ADD_SIGNAL(MethodInfo("empty_clicked", PropertyInfo(Variant::VECTOR2, "at_position"), PropertyInfo(Variant::INT, "mouse_button_index")));
	ADD_SIGNAL(MethodInfo("item_clicked", PropertyInfo(Variant::INT, "index"), PropertyInfo(Variant::VECTOR2, "at_position"), PropertyInfo(Variant::INT, "mouse_button_index")));
	ADD_SIGNAL(MethodInfo("multi_selected", PropertyInfo(Variant::INT, "index"), PropertyInfo(Variant::BOOL, "selected")));
	ADD_SIGNAL(MethodInfo("item_activated", PropertyInfo(Variant::INT, "index")));
	BIND_ENUM_CONSTANT(ICON_MODE_TOP);
	BIND_ENUM_CONSTANT(ICON_MODE_LEFT);
	BIND_ENUM_CONSTANT(SELECT_SINGLE);
	BIND_ENUM_CONSTANT(SELECT_MULTI);
	BIND_ENUM_CONSTANT(SELECT_TOGGLE);
	BIND_ENUM_CONSTANT(SCROLL_HINT_MODE_DISABLED);
	BIND_ENUM_CONSTANT(SCROLL_HINT_MODE_BOTH);
	BIND_ENUM_CONSTANT(SCROLL_HINT_MODE_TOP);
	BIND_ENUM_CONSTANT(SCROLL_HINT_MODE_BOTTOM);
}
