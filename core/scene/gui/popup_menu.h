// PopupMenu: a list of items to choose from, as data.
#pragma once

#include "core/math/color.h"
#include "core/os/input.h"
#include "core/scene/2d/texture_2d.h"
#include "core/scene/gui/item_properties.h"
#include "core/scene/gui/popup.h"
#include "core/templates/local_vector.h"

// What every item has: setter, getter, type of the argument, type of the result, field, default.
#define POPUP_MENU_ITEM_VALUES(X) \
	X(set_item_text, get_item_text, const String &, String, text, String()) \
	X(set_item_icon, get_item_icon, const Ref<Texture2D> &, Ref<Texture2D>, icon, Ref<Texture2D>()) \
	X(set_item_icon_max_width, get_item_icon_max_width, int, int, icon_max_width, 0) \
	X(set_item_icon_modulate, get_item_icon_modulate, const Color &, Color, icon_modulate, Color(1, 1, 1)) \
	X(set_item_language, get_item_language, const String &, String, language, String()) \
	X(set_item_checked, is_item_checked, bool, bool, checked, false) \
	X(set_item_id, get_item_id, int, int, id, 0) \
	X(set_item_accelerator, get_item_accelerator, Key, Key, accelerator, Key(0)) \
	X(set_item_metadata, get_item_metadata, const Variant &, Variant, metadata, Variant()) \
	X(set_item_disabled, is_item_disabled, bool, bool, disabled, false) \
	X(set_item_as_separator, is_item_separator, bool, bool, separator, false) \
	X(set_item_tooltip, get_item_tooltip, const String &, String, tooltip, String()) \
	X(set_item_indent, get_item_indent, int, int, indent, 0) \
	X(set_item_multistate, get_item_multistate, int, int, state, 0) \
	X(set_item_multistate_max, get_item_multistate_max, int, int, most_states, 0) \
	X(set_item_shortcut_disabled, is_item_shortcut_disabled, bool, bool, shortcut_disabled, false)

// Items are counted from 0; setters also count from the end with negative numbers.
class PopupMenu : public Popup {
	GDCLASS(PopupMenu, Popup);

public:
	enum CheckKind : int {
		CHECK_NONE,
		CHECK_BOX,
		CHECK_RADIO,
	};

	void add_item(const String &p_label, int p_id = -1, Key p_accelerator = Key(0));
	void add_icon_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator);
	void add_check_item(const String &p_label, int p_id, Key p_accelerator);
	void add_icon_check_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator);
	void add_radio_check_item(const String &p_label, int p_id, Key p_accelerator);
	void add_icon_radio_check_item(const Ref<Texture2D> &p_icon, const String &p_label, int p_id, Key p_accelerator);
	void add_multistate_item(const String &p_label, int p_max_states, int p_default_state, int p_id, Key p_accelerator);
	void add_submenu_item(const String &p_label, const String &p_submenu, int p_id);
	void add_submenu_node_item(const String &p_label, Object *p_submenu, int p_id);
	void add_separator(const String &p_label, int p_id);
	void remove_item(int p_index);
	void clear(bool p_free_submenus);
	void set_item_count(int p_count);
	int get_item_count() const { return items.size(); }
	int get_item_index(int p_id) const; // -1: none has it.

#define X(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void m_set(int p_index, m_argument p_value); \
	m_type m_get(int p_index) const;
	POPUP_MENU_ITEM_VALUES(X)
#undef X
	void set_item_as_checkable(int p_index, bool p_enable) {
		set_check_kind(p_index, p_enable ? CHECK_BOX : CHECK_NONE);
	}
	bool is_item_checkable(int p_index) const {
		return get_check_kind(p_index) != CHECK_NONE;
	}
	void set_item_as_radio_checkable(int p_index, bool p_enable) {
		set_check_kind(p_index, p_enable ? CHECK_RADIO : CHECK_NONE);
	}
	bool is_item_radio_checkable(int p_index) const {
		return get_check_kind(p_index) == CHECK_RADIO;
	}
	void set_item_submenu(int p_index, const String &p_submenu);
	String get_item_submenu(int p_index) const; // The name of the menu node.
	void set_item_submenu_node(int p_index, Object *p_submenu);
	Object *get_item_submenu_node(int p_index) const;
	void toggle_item_checked(int p_index);
	void toggle_item_multistate(int p_index);
	void set_focused_item(int p_index);
	int get_focused_item() const {
		return focused;
	}

	void list_item_properties(LocalVector<PropertyInfo> *p_list) const; // item_0/text and so on.

	// What a click on the item does: the signals, and hiding the menu. Nothing for what cannot be chosen.
	void user_select(int p_index);

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const {
		list_item_properties(p_list);
	}

private:
	struct Item {
#define X(m_set, m_get, m_argument, m_type, m_field, m_default) m_type m_field = m_default;
		POPUP_MENU_ITEM_VALUES(X)
#undef X
		CheckKind check = CHECK_NONE;
		String submenu;
		ObjectID submenu_node;
	};

	LocalVector<Item> items;
	int focused = -1;

	Item &add(const String &p_label, int p_id, Key p_accelerator, CheckKind p_check = CHECK_NONE);
	void changed();
	void set_check_kind(int p_index, CheckKind p_kind);
	CheckKind get_check_kind(int p_index) const;
	bool keeps_open(const Item &p_item) const;
	static const ItemProperties &get_item_properties();
};
