// The items, and which of them is chosen.
#include "core/scene/gui/option_button.h"

#include "core/object/class_db.h"

OptionButton::OptionButton() {
	set_toggle_mode(true);
	set_action_mode(ACTION_MODE_BUTTON_PRESS);
	set_text_alignment(HORIZONTAL_ALIGNMENT_LEFT);
}

// They follow from the chosen item.
void OptionButton::_validate_property(PropertyInfo &p_property) const {
	if (p_property.name == "text" || p_property.name == "icon") {
		p_property.usage = PROPERTY_USAGE_NONE;
	}
}

void OptionButton::add_item(const String &p_label, int p_id) {
	add_icon_item(Ref<Texture2D>(), p_label, p_id);
}

void OptionButton::add_icon_item(const Ref<Texture2D> &p_texture, const String &p_label, int p_id) {
	Item item;
	item.text = p_label;
	item.icon = p_texture;
	item.id = p_id < 0 ? int(items.size()) : p_id;
	items.push_back(item);
	if (items.size() == 1) {
		select(0);
	}
}

void OptionButton::add_separator(const String &p_text) {
	Item item;
	item.text = p_text;
	item.separator = true;
	items.push_back(item);
}

void OptionButton::clear() {
	items.clear();
	select(NONE);
}

void OptionButton::select(int p_idx) {
	ERR_FAIL_COND_MSG(p_idx < NONE || p_idx >= int(items.size()), vformat("There is no item %d.", p_idx));
	selected = p_idx;
	set_text(p_idx == NONE ? String() : items[p_idx].text);
	set_button_icon(p_idx == NONE ? Ref<Texture2D>() : items[p_idx].icon);
}

// Scenes set this before the items, so that it waits for them, once.
void OptionButton::_select_int(int p_idx) {
	if (p_idx >= NONE && p_idx < int(items.size())) {
		select(p_idx);
	} else if (!has_count) {
		awaited = MAX(p_idx, NONE);
	}
}

void OptionButton::remove_item(int p_idx) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items.remove_at(p_idx);
	if (p_idx == selected) {
		select(NONE);
	}
}

static constexpr int MOST_ITEMS = 1 << 20;

void OptionButton::set_item_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > MOST_ITEMS, "item_count is a number from 0 to " + itos(MOST_ITEMS) + ".");
	const int before = items.size();
	items.resize(p_count);
	for (int i = before; i < p_count; i++) {
		items[i].id = i;
	}
	if (!has_count && awaited < p_count && awaited != NONE) {
		select(awaited);
	} else if (selected >= p_count) {
		select(p_count - 1);
	}
	has_count = true;
}

void OptionButton::set_item_text(int p_idx, const String &p_text) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items[p_idx].text = p_text;
	if (p_idx == selected) {
		set_text(p_text);
	}
}

void OptionButton::set_item_icon(int p_idx, const Ref<Texture2D> &p_texture) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items[p_idx].icon = p_texture;
	if (p_idx == selected) {
		set_button_icon(p_texture);
	}
}

int OptionButton::get_item_index(int p_id) const {
	for (uint32_t i = 0; i < items.size(); i++) {
		if (items[i].id == p_id) {
			return i;
		}
	}
	return NONE;
}

int OptionButton::get_selected_id() const {
	return selected >= 0 && selected < int(items.size()) ? items[selected].id : NONE;
}

Variant OptionButton::get_selected_metadata() const {
	return selected >= 0 && selected < int(items.size()) ? items[selected].metadata : Variant();
}

int OptionButton::get_selectable_item(bool p_from_last) const {
	const int count = items.size();
	for (int i = 0; i < count; i++) {
		const int index = p_from_last ? count - 1 - i : i;
		if (!items[index].disabled && !items[index].separator) {
			return index;
		}
	}
	return NONE;
}

// Plain values of one item.
#define ITEM_VALUE(m_set, m_get, m_type, m_result, m_field) \
	void OptionButton::m_set(int p_idx, m_type p_value) { \
		ERR_FAIL_INDEX(p_idx, int(items.size())); \
		items[p_idx].m_field = p_value; \
	} \
	m_result OptionButton::m_get(int p_idx) const { \
		ERR_FAIL_INDEX_V(p_idx, int(items.size()), m_result()); \
		return items[p_idx].m_field; \
	}
ITEM_VALUE(set_item_disabled, is_item_disabled, bool, bool, disabled)
ITEM_VALUE(set_item_separator, is_item_separator, bool, bool, separator)
ITEM_VALUE(set_item_metadata, get_item_metadata, const Variant &, Variant, metadata)
ITEM_VALUE(set_item_tooltip, get_item_tooltip, const String &, String, tooltip)
ITEM_VALUE(set_item_auto_translate_mode, get_item_auto_translate_mode, AutoTranslateMode, Node::AutoTranslateMode, translation)
#undef ITEM_VALUE

void OptionButton::set_item_id(int p_idx, int p_id) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	items[p_idx].id = p_id;
}

int OptionButton::get_item_id(int p_idx) const {
	if (p_idx == NONE) {
		return NONE; // No item is selected: none has an id.
	}
	ERR_FAIL_INDEX_V(p_idx, int(items.size()), 0);
	return items[p_idx].id;
}

String OptionButton::get_item_text(int p_idx) const {
	ERR_FAIL_INDEX_V(p_idx, int(items.size()), String());
	return items[p_idx].text;
}

Ref<Texture2D> OptionButton::get_item_icon(int p_idx) const {
	ERR_FAIL_INDEX_V(p_idx, int(items.size()), Ref<Texture2D>());
	return items[p_idx].icon;
}

// --- Items as properties ---

const ItemProperties &OptionButton::get_item_properties() {
	static const ItemProperties::Field fields[] = {
		ItemProperties::field<&OptionButton::set_item_text, &OptionButton::get_item_text>("text", Variant::STRING, String()),
		ItemProperties::field<&OptionButton::set_item_icon, &OptionButton::get_item_icon>("icon", Variant::OBJECT, Ref<Texture2D>(), PROPERTY_HINT_RESOURCE_TYPE, "Texture2D"),
		ItemProperties::field<&OptionButton::set_item_id, &OptionButton::get_item_id>("id", Variant::INT, Variant(), PROPERTY_HINT_RANGE, "0,10,1,or_greater"),
		ItemProperties::field<&OptionButton::set_item_disabled, &OptionButton::is_item_disabled>("disabled", Variant::BOOL, false),
		ItemProperties::field<&OptionButton::set_item_separator, &OptionButton::is_item_separator>("separator", Variant::BOOL, false),
	};
	static const ItemProperties properties("popup/item_", fields);
	return properties;
}

bool OptionButton::_set(const StringName &p_name, const Variant &p_value) {
	return get_item_properties().set(this, get_item_count(), p_name, p_value);
}

bool OptionButton::_get(const StringName &p_name, Variant &r_value) const {
	return get_item_properties().get(this, get_item_count(), p_name, r_value);
}

void OptionButton::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	get_item_properties().list(this, get_item_count(), p_list);
}

void OptionButton::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_item", "label", "id"), &OptionButton::add_item, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("add_icon_item", "texture", "label", "id"), &OptionButton::add_icon_item, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("set_item_text", "idx", "text"), &OptionButton::set_item_text);
	ClassDB::bind_method(D_METHOD("set_item_icon", "idx", "texture"), &OptionButton::set_item_icon);
	ClassDB::bind_method(D_METHOD("set_item_disabled", "idx", "disabled"), &OptionButton::set_item_disabled);
	ClassDB::bind_method(D_METHOD("set_item_id", "idx", "id"), &OptionButton::set_item_id);
	ClassDB::bind_method(D_METHOD("set_item_metadata", "idx", "metadata"), &OptionButton::set_item_metadata);
	ClassDB::bind_method(D_METHOD("set_item_tooltip", "idx", "tooltip"), &OptionButton::set_item_tooltip);
	ClassDB::bind_method(D_METHOD("set_item_auto_translate_mode", "idx", "mode"), &OptionButton::set_item_auto_translate_mode);
	ClassDB::bind_method(D_METHOD("get_item_text", "idx"), &OptionButton::get_item_text);
	ClassDB::bind_method(D_METHOD("get_item_icon", "idx"), &OptionButton::get_item_icon);
	ClassDB::bind_method(D_METHOD("get_item_id", "idx"), &OptionButton::get_item_id);
	ClassDB::bind_method(D_METHOD("get_item_index", "id"), &OptionButton::get_item_index);
	ClassDB::bind_method(D_METHOD("get_item_metadata", "idx"), &OptionButton::get_item_metadata);
	ClassDB::bind_method(D_METHOD("get_item_tooltip", "idx"), &OptionButton::get_item_tooltip);
	ClassDB::bind_method(D_METHOD("get_item_auto_translate_mode", "idx"), &OptionButton::get_item_auto_translate_mode);
	ClassDB::bind_method(D_METHOD("is_item_disabled", "idx"), &OptionButton::is_item_disabled);
	ClassDB::bind_method(D_METHOD("is_item_separator", "idx"), &OptionButton::is_item_separator);
	ClassDB::bind_method(D_METHOD("add_separator", "text"), &OptionButton::add_separator, DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("clear"), &OptionButton::clear);
	ClassDB::bind_method(D_METHOD("select", "idx"), &OptionButton::select);
	ClassDB::bind_method(D_METHOD("get_selected"), &OptionButton::get_selected);
	ClassDB::bind_method(D_METHOD("get_selected_id"), &OptionButton::get_selected_id);
	ClassDB::bind_method(D_METHOD("get_selected_metadata"), &OptionButton::get_selected_metadata);
	ClassDB::bind_method(D_METHOD("remove_item", "idx"), &OptionButton::remove_item);
	ClassDB::bind_method(D_METHOD("set_item_count", "count"), &OptionButton::set_item_count);
	ClassDB::bind_method(D_METHOD("get_item_count"), &OptionButton::get_item_count);
	ClassDB::bind_method(D_METHOD("has_selectable_items"), &OptionButton::has_selectable_items);
	ClassDB::bind_method(D_METHOD("get_selectable_item", "from_last"), &OptionButton::get_selectable_item, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("set_fit_to_longest_item", "fit"), &OptionButton::set_fit_to_longest_item);
	ClassDB::bind_method(D_METHOD("is_fit_to_longest_item"), &OptionButton::is_fit_to_longest_item);
	ClassDB::bind_method(D_METHOD("set_allow_reselect", "allow"), &OptionButton::set_allow_reselect);
	ClassDB::bind_method(D_METHOD("get_allow_reselect"), &OptionButton::get_allow_reselect);
	ClassDB::bind_method(D_METHOD("_select_int", "selected"), &OptionButton::_select_int);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "selected"), "_select_int", "get_selected");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "fit_to_longest_item"), "set_fit_to_longest_item", "is_fit_to_longest_item");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_reselect"), "set_allow_reselect", "get_allow_reselect");
	ADD_ARRAY_COUNT("Items", "item_count", "set_item_count", "get_item_count", "popup/item_");

	ADD_SIGNAL(MethodInfo("item_selected", PropertyInfo(Variant::INT, "index")));
	ADD_SIGNAL(MethodInfo("item_focused", PropertyInfo(Variant::INT, "index")));
}
