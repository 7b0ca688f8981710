// The button is pressed while its menu is shown.
#include "core/scene/gui/menu_button.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/os/memory.h"

MenuButton::MenuButton() {
	set_flat(true);
	set_toggle_mode(true);
	set_focus_mode(FOCUS_ACCESSIBILITY);
	set_action_mode(ACTION_MODE_BUTTON_PRESS);
	PopupMenu *menu = memnew(PopupMenu);
	popup = menu->get_instance_id();
	add_child(menu, false, INTERNAL_MODE_FRONT);
	menu->connect(SNAME("visibility_changed"), callable_mp(this, &MenuButton::popup_visibility_changed));
}

PopupMenu *MenuButton::get_popup() const {
	return ObjectDB::get_instance<PopupMenu>(popup);
}

void MenuButton::popup_visibility_changed() {
	const PopupMenu *menu = get_popup();
	set_pressed(menu && menu->is_visible());
}

void MenuButton::show_popup() {
	emit_signal(SNAME("about_to_popup"));
	if (PopupMenu *menu = get_popup()) {
		menu->popup(Rect2i());
	}
}

void MenuButton::set_item_count(int p_count) {
	if (PopupMenu *menu = get_popup()) {
		menu->set_item_count(p_count);
	}
}

int MenuButton::get_item_count() const {
	const PopupMenu *menu = get_popup();
	return menu ? menu->get_item_count() : 0;
}

static constexpr const char *POPUP_PREFIX = "popup/";

bool MenuButton::_set(const StringName &p_name, const Variant &p_value) {
	PopupMenu *menu = String(p_name).begins_with(POPUP_PREFIX) ? get_popup() : nullptr;
	bool valid = false;
	if (menu) {
		menu->set(String(p_name).trim_prefix(POPUP_PREFIX), p_value, &valid);
	}
	return valid;
}

bool MenuButton::_get(const StringName &p_name, Variant &r_value) const {
	const PopupMenu *menu = String(p_name).begins_with(POPUP_PREFIX) ? get_popup() : nullptr;
	bool valid = false;
	if (menu) {
		r_value = menu->get(String(p_name).trim_prefix(POPUP_PREFIX), &valid);
	}
	return valid;
}

void MenuButton::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	if (const PopupMenu *menu = get_popup()) {
		LocalVector<PropertyInfo> of_items;
		menu->list_item_properties(&of_items);
		for (PropertyInfo &property : of_items) {
			property.name = POPUP_PREFIX + property.name;
			p_list->push_back(property);
		}
	}
}

void MenuButton::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_popup"), &MenuButton::get_popup);
	ClassDB::bind_method(D_METHOD("show_popup"), &MenuButton::show_popup);
	ClassDB::bind_method(D_METHOD("set_item_count", "count"), &MenuButton::set_item_count);
	ClassDB::bind_method(D_METHOD("get_item_count"), &MenuButton::get_item_count);
	ADD_ARRAY_COUNT("Items", "item_count", "set_item_count", "get_item_count", "popup/item_");
	ADD_SIGNAL(MethodInfo("about_to_popup"));
}
