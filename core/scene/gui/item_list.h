// ItemList: a list of items of which one or several are selected, as data.
#pragma once

#include "core/math/rect2.h"
#include "core/scene/gui/control.h"
#include "core/scene/gui/item_properties.h"
#include "core/templates/local_vector.h"

class ItemList : public Control {
	GDCLASS(ItemList, Control);

public:
	ItemList();

	enum IconMode : int {
		ICON_MODE_TOP,
		ICON_MODE_LEFT,
	};

	enum SelectMode : int {
		SELECT_SINGLE,
		SELECT_MULTI,
		SELECT_TOGGLE,
	};

	enum ScrollHintMode : int {
		SCROLL_HINT_MODE_DISABLED,
		SCROLL_HINT_MODE_BOTH,
		SCROLL_HINT_MODE_TOP,
		SCROLL_HINT_MODE_BOTTOM,
	};

	void set_select_mode(SelectMode p_mode) { select_mode = p_mode; }
	SelectMode get_select_mode() const { return select_mode; }
	void set_allow_reselect(bool p_allow) { allow_reselect = p_allow; }
	bool get_allow_reselect() const { return allow_reselect; }
	void set_allow_rmb_select(bool p_allow) { allow_rmb_select = p_allow; }
	bool get_allow_rmb_select() const { return allow_rmb_select; }
	void set_allow_search(bool p_allow) { allow_search = p_allow; }
	bool get_allow_search() const { return allow_search; }
	void set_max_text_lines(int p_lines) { max_text_lines = p_lines; }
	int get_max_text_lines() const { return max_text_lines; }
	void set_auto_width(bool p_enable) { auto_width = p_enable; }
	bool has_auto_width() const { return auto_width; }
	void set_auto_height(bool p_enable) { auto_height = p_enable; }
	bool has_auto_height() const { return auto_height; }
	void set_text_overrun_behavior(TextServer::OverrunBehavior p_overrun_behavior) { text_overrun_behavior = p_overrun_behavior; }
	TextServer::OverrunBehavior get_text_overrun_behavior() const { return text_overrun_behavior; }
	void set_wraparound_items(bool p_enable) { wraparound_items = p_enable; }
	bool has_wraparound_items() const { return wraparound_items; }
	void set_scroll_hint_mode(ScrollHintMode p_scroll_hint_mode) { scroll_hint_mode = p_scroll_hint_mode; }
	ScrollHintMode get_scroll_hint_mode() const { return scroll_hint_mode; }
	void set_tile_scroll_hint(bool p_tile_scroll_hint) { tile_scroll_hint = p_tile_scroll_hint; }
	bool is_scroll_hint_tiled() const { return tile_scroll_hint; }
	void set_max_columns(int p_amount) { max_columns = p_amount; }
	int get_max_columns() const { return max_columns; }
	void set_same_column_width(bool p_enable) { same_column_width = p_enable; }
	bool is_same_column_width() const { return same_column_width; }
	void set_fixed_column_width(int p_width) { fixed_column_width = p_width; }
	int get_fixed_column_width() const { return fixed_column_width; }
	void set_icon_mode(IconMode p_mode);
	IconMode get_icon_mode() const { return icon_mode; }
	void set_icon_scale(real_t p_scale) { icon_scale = p_scale; }
	real_t get_icon_scale() const { return icon_scale; }
	void set_fixed_icon_size(const Vector2i &p_size) { fixed_icon_size = p_size; }
	Vector2i get_fixed_icon_size() const { return fixed_icon_size; }
	// What a click on the item does; with p_add it comes to the others that are selected, or goes.
	void user_select(int p_idx, bool p_add);
	int add_item(const String &p_text, const Ref<Texture2D> &p_icon, bool p_selectable);
	int add_icon_item(const Ref<Texture2D> &p_icon, bool p_selectable);
	void set_item_text(int p_idx, const String &p_text);
	String get_item_text(int p_idx) const;
	void set_item_icon(int p_idx, const Ref<Texture2D> &p_icon);
	Ref<Texture2D> get_item_icon(int p_idx) const;
	void set_item_text_direction(int p_idx, TextDirection p_direction);
	TextDirection get_item_text_direction(int p_idx) const;
	void set_item_language(int p_idx, const String &p_language);
	String get_item_language(int p_idx) const;
	void set_item_auto_translate_mode(int p_idx, AutoTranslateMode p_mode);
	AutoTranslateMode get_item_auto_translate_mode(int p_idx) const;
	void set_item_icon_transposed(int p_idx, bool p_transposed);
	bool is_item_icon_transposed(int p_idx) const;
	void set_item_icon_region(int p_idx, const Rect2 &p_rect);
	Rect2 get_item_icon_region(int p_idx) const;
	void set_item_icon_modulate(int p_idx, const Color &p_modulate);
	Color get_item_icon_modulate(int p_idx) const;
	void set_item_selectable(int p_idx, bool p_selectable);
	bool is_item_selectable(int p_idx) const;
	void set_item_disabled(int p_idx, bool p_disabled);
	bool is_item_disabled(int p_idx) const;
	void set_item_metadata(int p_idx, const Variant &p_metadata);
	Variant get_item_metadata(int p_idx) const;
	void set_item_custom_bg_color(int p_idx, const Color &p_custom_bg_color);
	Color get_item_custom_bg_color(int p_idx) const;
	void set_item_custom_fg_color(int p_idx, const Color &p_custom_fg_color);
	Color get_item_custom_fg_color(int p_idx) const;
	void set_item_tooltip_enabled(int p_idx, bool p_enable);
	bool is_item_tooltip_enabled(int p_idx) const;
	void set_item_tooltip(int p_idx, const String &p_tooltip);
	String get_item_tooltip(int p_idx) const;
	// Emits nothing: only what a user does is announced. An item that cannot be selected is passed over.
	void select(int p_idx, bool p_single = true);
	void deselect(int p_idx);
	void deselect_all();
	bool is_selected(int p_idx) const;
	PackedInt32Array get_selected_items() const; // Their indices, rising.
	void move_item(int p_from_idx, int p_to_idx);
	void set_item_count(int p_count);
	int get_item_count() const { return items.size(); }
	void remove_item(int p_idx);
	void clear() { items.clear(); }
	void sort_items_by_text();
	bool is_anything_selected() const;

protected:
	static void _bind_methods();
	// The items as properties: item_0/text.
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	struct Item {
		String text;
		String tooltip;
		String language;
		Ref<Texture2D> icon;
		Variant metadata;
		Rect2 icon_region;
		Color icon_modulate = Color(1, 1, 1, 1);
		Color background = Color(0, 0, 0, 0);
		Color foreground = Color(0, 0, 0, 0);
		TextDirection text_direction = TEXT_DIRECTION_AUTO;
		AutoTranslateMode translation = AUTO_TRANSLATE_MODE_INHERIT;
		bool selectable = true;
		bool selected = false;
		bool disabled = false;
		bool icon_transposed = false;
		bool tooltip_enabled = true;

		bool operator<(const Item &p_other) const { return text < p_other.text; }
	};

	static const ItemProperties &get_item_properties();

	LocalVector<Item> items;
	SelectMode select_mode = SELECT_SINGLE;
	bool allow_reselect = false;
	bool allow_rmb_select = false;
	bool allow_search = true;
	int max_text_lines = 1;
	bool auto_width = false;
	bool auto_height = false;
	TextServer::OverrunBehavior text_overrun_behavior = TextServer::OVERRUN_TRIM_ELLIPSIS;
	bool wraparound_items = true;
	ScrollHintMode scroll_hint_mode = SCROLL_HINT_MODE_DISABLED;
	bool tile_scroll_hint = false;
	int max_columns = 1;
	bool same_column_width = false;
	int fixed_column_width = 0;
	IconMode icon_mode = ICON_MODE_LEFT;
	real_t icon_scale = 1.0;
	Vector2i fixed_icon_size;
};

VARIANT_ENUM_CAST(ItemList::IconMode);
VARIANT_ENUM_CAST(ItemList::SelectMode);
VARIANT_ENUM_CAST(ItemList::ScrollHintMode);
