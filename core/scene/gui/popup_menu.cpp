// The items of a menu, and choosing one.
#include "core/scene/gui/popup_menu.h"

#include "core/object/class_db.h"
#include "core/os/memory.h"

static constexpr int MOST_ITEMS = 1 << 20;

void PopupMenu::changed() {
	emit_signal(SNAME("menu_changed"));
}

PopupMenu::Item &PopupMenu::add(const String &p_label, int p_id, Key p_accelerator, CheckKind p_check) {
	Item item;
	item.text = p_label;
	item.id = p_id < 0 ? int(items.size()) : p_id;
	item.accelerator = p_accelerator;
	item.check = p_check;
	items.push_back(item);
	return items[items.size() - 1];
}

void PopupMenu::add_item(const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator);
	changed();
}

void PopupMenu::add_icon_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator).icon = p_icon;
	changed();
}

void PopupMenu::add_check_item(const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator, CHECK_BOX);
	changed();
}

void PopupMenu::add_icon_check_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator, CHECK_BOX).icon = p_icon;
	changed();
}

void PopupMenu::add_radio_check_item(const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator, CHECK_RADIO);
	changed();
}

void PopupMenu::add_icon_radio_check_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator) {
	add(p_label, p_id, p_accelerator, CHECK_RADIO).icon = p_icon;
	changed();
}

void PopupMenu::add_multistate_item(const String &p_label, int p_max_states, int p_default_state, int p_id, Key p_accelerator) {
	Item &item = add(p_label, p_id, p_accelerator);
	item.most_states = p_max_states;
	item.state = p_default_state;
	changed();
}

void PopupMenu::add_submenu_item(const String &p_label, const String &p_submenu, int p_id) {
	add(p_label, p_id, Key(0)).submenu = p_submenu;
	changed();
}

void PopupMenu::add_submenu_node_item(const String &p_label, Object *p_submenu, int p_id) {
	PopupMenu *menu = cast_to<PopupMenu>(p_submenu);
	ERR_FAIL_NULL_MSG(menu, "The submenu must be a PopupMenu.");
	const int index = items.size();
	add(p_label, p_id, Key(0));
	changed();
	set_item_submenu_node(index, menu);
}

void PopupMenu::add_separator(const String &p_label, int p_id) {
	Item &item = add(p_label, p_id, Key(0));
	item.id = p_id;
	item.separator = true;
	changed();
}

void PopupMenu::remove_item(int p_index) {
	ERR_FAIL_INDEX(p_index, int(items.size()));
	const Item removed = items[p_index]; // Its metadata may run a script when it goes.
	items.remove_at(p_index);
	focused = focused >= int(items.size()) ? -1 : focused;
	changed();
}

void PopupMenu::clear(bool p_free_submenus) {
	const LocalVector<Item> removed = items;
	items.clear();
	focused = -1;
	if (p_free_submenus) {
		for (const Item &item : removed) {
			if (PopupMenu *menu = ObjectDB::get_instance<PopupMenu>(item.submenu_node)) {
				remove_child(menu);
				menu->queue_free();
			}
		}
	}
	changed();
}

void PopupMenu::set_item_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > MOST_ITEMS, "item_count is a number from 0 to " + itos(MOST_ITEMS) + ".");
	const int before = items.size();
	if (before == p_count) {
		return;
	}
	items.resize(p_count);
	for (int i = before; i < p_count; i++) {
		items[i].id = i;
	}
	changed();
}

int PopupMenu::get_item_index(int p_id) const {
	for (uint32_t i = 0; i < items.size(); i++) {
		if (items[i].id == p_id) {
			return i;
		}
	}
	return -1;
}

#define X(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void PopupMenu::m_set(int p_index, m_argument p_value) { \
		const int index = p_index < 0 ? p_index + int(items.size()) : p_index; \
		ERR_FAIL_INDEX(index, int(items.size())); \
		if (items[index].m_field == m_type(p_value)) { \
			return; \
		} \
		items[index].m_field = p_value; \
		changed(); \
	} \
	m_type PopupMenu::m_get(int p_index) const { \
		ERR_FAIL_INDEX_V(p_index, int(items.size()), m_default); \
		return items[p_index].m_field; \
	}
POPUP_MENU_ITEM_VALUES(X)
#undef X

void PopupMenu::set_check_kind(int p_index, CheckKind p_kind) {
	const int index = p_index < 0 ? p_index + int(items.size()) : p_index;
	ERR_FAIL_INDEX(index, int(items.size()));
	items[index].check = CLAMP(p_kind, CHECK_NONE, CHECK_RADIO);
	changed();
}

PopupMenu::CheckKind PopupMenu::get_check_kind(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(items.size()), CHECK_NONE);
	return items[p_index].check;
}

void PopupMenu::set_item_submenu(int p_index, const String &p_submenu) {
	const int index = p_index < 0 ? p_index + int(items.size()) : p_index;
	ERR_FAIL_INDEX(index, int(items.size()));
	items[index].submenu = p_submenu;
	changed();
}

String PopupMenu::get_item_submenu(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(items.size()), String());
	const PopupMenu *menu = ObjectDB::get_instance<PopupMenu>(items[p_index].submenu_node);
	return menu ? String(menu->get_name()) : items[p_index].submenu;
}

void PopupMenu::set_item_submenu_node(int p_index, Object *p_submenu) {
	const int index = p_index < 0 ? p_index + int(items.size()) : p_index;
	ERR_FAIL_INDEX(index, int(items.size()));
	PopupMenu *menu = cast_to<PopupMenu>(p_submenu);
	ERR_FAIL_COND_MSG(p_submenu && !menu, "The submenu must be a PopupMenu.");
	items[index].submenu_node = menu ? menu->get_instance_id() : ObjectID();
	if (menu && !menu->get_parent()) {
		add_child(menu);
	}
	changed();
}

Object *PopupMenu::get_item_submenu_node(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(items.size()), nullptr);
	return ObjectDB::get_instance(items[p_index].submenu_node);
}

void PopupMenu::toggle_item_checked(int p_index) {
	ERR_FAIL_INDEX(p_index, int(items.size()));
	set_item_checked(p_index, !items[p_index].checked);
}

void PopupMenu::toggle_item_multistate(int p_index) {
	ERR_FAIL_INDEX(p_index, int(items.size()));
	const Item &item = items[p_index];
	if (item.most_states > 0) {
		set_item_multistate(p_index, item.state >= item.most_states - 1 ? 0 : item.state + 1);
	}
}

void PopupMenu::set_focused_item(int p_index) {
	if (p_index != -1) {
		ERR_FAIL_INDEX(p_index, int(items.size()));
	}
	if (focused == p_index) {
		return;
	}
	focused = p_index;
	if (focused != -1) {
		emit_signal(SNAME("id_focused"), items[focused].id);
	}
}

bool PopupMenu::keeps_open(const Item &p_item) const {
	const char *setting = p_item.most_states > 0 ? "hide_on_state_item_selection" : p_item.check != CHECK_NONE ? "hide_on_checkable_item_selection"
																											   : "hide_on_item_selection";
	return !bool(get(setting));
}

// --- Items as properties: item_0/text ---

const ItemProperties &PopupMenu::get_item_properties() {
	static const ItemProperties::Field fields[] = {
		ItemProperties::field<&PopupMenu::set_item_text, &PopupMenu::get_item_text>("text", Variant::STRING, String()),
		ItemProperties::field<&PopupMenu::set_item_icon, &PopupMenu::get_item_icon>("icon", Variant::OBJECT, Ref<Texture2D>(), PROPERTY_HINT_RESOURCE_TYPE, "Texture2D"),
		ItemProperties::field<&PopupMenu::set_check_kind, &PopupMenu::get_check_kind>("checkable", Variant::INT, int(CHECK_NONE), PROPERTY_HINT_ENUM, "No,As checkbox,As radio button"),
		ItemProperties::field<&PopupMenu::set_item_checked, &PopupMenu::is_item_checked>("checked", Variant::BOOL, false),
		ItemProperties::field<&PopupMenu::set_item_id, &PopupMenu::get_item_id>("id", Variant::INT, Variant(), PROPERTY_HINT_RANGE, "0,10,1,or_greater"),
		ItemProperties::field<&PopupMenu::set_item_disabled, &PopupMenu::is_item_disabled>("disabled", Variant::BOOL, false),
		ItemProperties::field<&PopupMenu::set_item_as_separator, &PopupMenu::is_item_separator>("separator", Variant::BOOL, false),
	};
	static const ItemProperties properties("item_", fields);
	return properties;
}

bool PopupMenu::_set(const StringName &p_name, const Variant &p_value) {
	return get_item_properties().set(this, get_item_count(), p_name, p_value);
}

bool PopupMenu::_get(const StringName &p_name, Variant &r_value) const {
	return get_item_properties().get(this, get_item_count(), p_name, r_value);
}

void PopupMenu::list_item_properties(LocalVector<PropertyInfo> *p_list) const {
	get_item_properties().list(this, get_item_count(), p_list);
}

void PopupMenu::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_item", "label", "id", "accel"), &PopupMenu::add_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_icon_item", "texture", "label", "id", "accel"), &PopupMenu::add_icon_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_check_item", "label", "id", "accel"), &PopupMenu::add_check_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_icon_check_item", "texture", "label", "id", "accel"), &PopupMenu::add_icon_check_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_radio_check_item", "label", "id", "accel"), &PopupMenu::add_radio_check_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_icon_radio_check_item", "texture", "label", "id", "accel"), &PopupMenu::add_icon_radio_check_item, DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_multistate_item", "label", "max_states", "default_state", "id", "accel"), &PopupMenu::add_multistate_item, DEFVAL(0), DEFVAL(-1), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("add_submenu_item", "label", "submenu", "id"), &PopupMenu::add_submenu_item, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("add_submenu_node_item", "label", "submenu", "id"), &PopupMenu::add_submenu_node_item, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("add_separator", "label", "id"), &PopupMenu::add_separator, DEFVAL(String()), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("remove_item", "index"), &PopupMenu::remove_item);
	ClassDB::bind_method(D_METHOD("clear", "free_submenus"), &PopupMenu::clear, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("set_item_count", "count"), &PopupMenu::set_item_count);
	ClassDB::bind_method(D_METHOD("get_item_count"), &PopupMenu::get_item_count);
	ClassDB::bind_method(D_METHOD("get_item_index", "id"), &PopupMenu::get_item_index);
	ClassDB::bind_method(D_METHOD("set_item_text", "index", "text"), &PopupMenu::set_item_text);
	ClassDB::bind_method(D_METHOD("set_item_icon", "index", "icon"), &PopupMenu::set_item_icon);
	ClassDB::bind_method(D_METHOD("set_item_icon_max_width", "index", "width"), &PopupMenu::set_item_icon_max_width);
	ClassDB::bind_method(D_METHOD("set_item_icon_modulate", "index", "modulate"), &PopupMenu::set_item_icon_modulate);
	ClassDB::bind_method(D_METHOD("set_item_language", "index", "language"), &PopupMenu::set_item_language);
	ClassDB::bind_method(D_METHOD("set_item_checked", "index", "checked"), &PopupMenu::set_item_checked);
	ClassDB::bind_method(D_METHOD("set_item_id", "index", "id"), &PopupMenu::set_item_id);
	ClassDB::bind_method(D_METHOD("set_item_accelerator", "index", "accel"), &PopupMenu::set_item_accelerator);
	ClassDB::bind_method(D_METHOD("set_item_metadata", "index", "metadata"), &PopupMenu::set_item_metadata);
	ClassDB::bind_method(D_METHOD("set_item_disabled", "index", "disabled"), &PopupMenu::set_item_disabled);
	ClassDB::bind_method(D_METHOD("set_item_as_separator", "index", "enable"), &PopupMenu::set_item_as_separator);
	ClassDB::bind_method(D_METHOD("set_item_as_checkable", "index", "enable"), &PopupMenu::set_item_as_checkable);
	ClassDB::bind_method(D_METHOD("set_item_as_radio_checkable", "index", "enable"), &PopupMenu::set_item_as_radio_checkable);
	ClassDB::bind_method(D_METHOD("set_item_tooltip", "index", "tooltip"), &PopupMenu::set_item_tooltip);
	ClassDB::bind_method(D_METHOD("set_item_indent", "index", "indent"), &PopupMenu::set_item_indent);
	ClassDB::bind_method(D_METHOD("set_item_multistate", "index", "state"), &PopupMenu::set_item_multistate);
	ClassDB::bind_method(D_METHOD("set_item_multistate_max", "index", "max_states"), &PopupMenu::set_item_multistate_max);
	ClassDB::bind_method(D_METHOD("set_item_shortcut_disabled", "index", "disabled"), &PopupMenu::set_item_shortcut_disabled);
	ClassDB::bind_method(D_METHOD("set_item_submenu", "index", "submenu"), &PopupMenu::set_item_submenu);
	ClassDB::bind_method(D_METHOD("set_item_submenu_node", "index", "submenu"), &PopupMenu::set_item_submenu_node);
#define X(m_set, m_get, m_argument, m_type, m_field, m_default) ClassDB::bind_method(D_METHOD(#m_get, "index"), &PopupMenu::m_get);
	POPUP_MENU_ITEM_VALUES(X)
#undef X
	ClassDB::bind_method(D_METHOD("is_item_checkable", "index"), &PopupMenu::is_item_checkable);
	ClassDB::bind_method(D_METHOD("is_item_radio_checkable", "index"), &PopupMenu::is_item_radio_checkable);
	ClassDB::bind_method(D_METHOD("get_item_submenu", "index"), &PopupMenu::get_item_submenu);
	ClassDB::bind_method(D_METHOD("get_item_submenu_node", "index"), &PopupMenu::get_item_submenu_node);
	ClassDB::bind_method(D_METHOD("toggle_item_checked", "index"), &PopupMenu::toggle_item_checked);
	ClassDB::bind_method(D_METHOD("toggle_item_multistate", "index"), &PopupMenu::toggle_item_multistate);
	ClassDB::bind_method(D_METHOD("set_focused_item", "index"), &PopupMenu::set_focused_item);
	ClassDB::bind_method(D_METHOD("get_focused_item"), &PopupMenu::get_focused_item);
	ADD_ARRAY_COUNT("Items", "item_count", "set_item_count", "get_item_count", "item_");
	ADD_SIGNAL(MethodInfo("id_pressed", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("id_focused", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("index_pressed", PropertyInfo(Variant::INT, "index")));
	ADD_SIGNAL(MethodInfo("menu_changed"));
}
