// MenuButton: a button with a menu of its own.
#pragma once

#include "core/scene/gui/button.h"
#include "core/scene/gui/popup_menu.h"

class MenuButton : public Button {
	GDCLASS(MenuButton, Button);

	ObjectID popup; // An internal child.

	void popup_visibility_changed();

public:
	PopupMenu *get_popup() const; // Null where a script freed it.
	void show_popup();
	void set_item_count(int p_count);
	int get_item_count() const;
	void user_press() override; // Shows or hides the menu.

	MenuButton();

protected:
	static void _bind_methods();
	// "popup/item_0/text" is the menu's "item_0/text".
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
};
