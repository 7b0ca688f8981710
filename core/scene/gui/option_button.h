// OptionButton: a button that shows the chosen one of its items, as data.
#pragma once

#include "core/scene/gui/button.h"
#include "core/scene/gui/item_properties.h"
#include "core/templates/local_vector.h"

class OptionButton : public Button {
	GDCLASS(OptionButton, Button);

public:
	OptionButton();

	void set_fit_to_longest_item(bool p_fit) { fit_to_longest_item = p_fit; }
	bool is_fit_to_longest_item() const { return fit_to_longest_item; }
	void set_allow_reselect(bool p_allow) { allow_reselect = p_allow; }
	bool get_allow_reselect() const { return allow_reselect; }
	void add_item(const String &p_label, int p_id);
	void add_icon_item(const Ref<Texture2D> &p_texture, const String &p_label, int p_id);
	void set_item_text(int p_idx, const String &p_text);
	void set_item_icon(int p_idx, const Ref<Texture2D> &p_texture);
	void set_item_disabled(int p_idx, bool p_disabled);
	void set_item_id(int p_idx, int p_id);
	void set_item_metadata(int p_idx, const Variant &p_metadata);
	void set_item_tooltip(int p_idx, const String &p_tooltip);
	void set_item_auto_translate_mode(int p_idx, AutoTranslateMode p_mode);
	String get_item_text(int p_idx) const;
	Ref<Texture2D> get_item_icon(int p_idx) const;
	int get_item_id(int p_idx) const;
	int get_item_index(int p_id) const;
	Variant get_item_metadata(int p_idx) const;
	String get_item_tooltip(int p_idx) const;
	AutoTranslateMode get_item_auto_translate_mode(int p_idx) const;
	bool is_item_disabled(int p_idx) const;
	bool is_item_separator(int p_idx) const;
	void add_separator(const String &p_text);
	void clear();
	void select(int p_idx);
	int get_selected() const { return selected; } // -1: none. An item removed before it leaves the number as it is.
	int get_selected_id() const;
	Variant get_selected_metadata() const;
	// What choosing an item of the menu does; nothing for what cannot be chosen, and for the chosen one unless allow_reselect is on.
	void user_select(int p_idx);
	void remove_item(int p_idx);
	void set_item_count(int p_count);
	int get_item_count() const { return items.size(); }
	bool has_selectable_items() const { return get_selectable_item(false) != NONE; }
	int get_selectable_item(bool p_from_last) const;

protected:
	static void _bind_methods();
	void _validate_property(PropertyInfo &p_property) const;
	// The items as properties, named as those of a menu: popup/item_0/text.
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	static constexpr int NONE = -1;

	struct Item {
		String text;
		String tooltip;
		Ref<Texture2D> icon;
		Variant metadata;
		int id = NONE;
		AutoTranslateMode translation = AUTO_TRANSLATE_MODE_INHERIT;
		bool disabled = false;
		bool separator = false;
	};

	LocalVector<Item> items;
	int selected = NONE;
	int awaited = NONE; // What is selected when the number of items is set first.
	bool has_count = false;
	bool fit_to_longest_item = true;
	bool allow_reselect = false;

	void _select_int(int p_idx);
	void set_item_separator(int p_idx, bool p_separator);
	static const ItemProperties &get_item_properties();
};
