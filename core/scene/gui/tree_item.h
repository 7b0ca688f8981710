// TreeItem: a row of a Tree, with a cell a column and rows below it, as data.
#pragma once

#include "core/math/color.h"
#include "core/math/rect2.h"
#include "core/object/object.h"
#include "core/scene/2d/texture_2d.h"
#include "core/scene/gui/control.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"

class Tree;

// What every cell keeps for others: setter, getter, type of the argument, type of the result, field, default.
#define TREE_CELL_VALUES(X) \
	X(set_auto_translate_mode, get_auto_translate_mode, Node::AutoTranslateMode, Node::AutoTranslateMode, translation, Node::AUTO_TRANSLATE_MODE_INHERIT) \
	X(set_edit_multiline, is_edit_multiline, bool, bool, multiline, false) \
	X(set_text, get_text, const String &, String, text, String()) \
	X(set_description, get_description, const String &, String, description, String()) \
	X(set_text_direction, get_text_direction, Control::TextDirection, Control::TextDirection, text_direction, Control::TEXT_DIRECTION_INHERITED) \
	X(set_autowrap_mode, get_autowrap_mode, TextServer::AutowrapMode, TextServer::AutowrapMode, autowrap, TextServer::AUTOWRAP_OFF) \
	X(set_text_overrun_behavior, get_text_overrun_behavior, TextServer::OverrunBehavior, TextServer::OverrunBehavior, overrun, TextServer::OVERRUN_TRIM_ELLIPSIS) \
	X(set_language, get_language, const String &, String, language, String()) \
	X(set_suffix, get_suffix, const String &, String, suffix, String()) \
	X(set_icon, get_icon, const Ref<Texture2D> &, Ref<Texture2D>, icon, Ref<Texture2D>()) \
	X(set_icon_overlay, get_icon_overlay, const Ref<Texture2D> &, Ref<Texture2D>, icon_overlay, Ref<Texture2D>()) \
	X(set_icon_region, get_icon_region, const Rect2 &, Rect2, icon_region, Rect2()) \
	X(set_icon_max_width, get_icon_max_width, int, int, icon_max_width, 0) \
	X(set_icon_modulate, get_icon_modulate, const Color &, Color, icon_modulate, Color(1, 1, 1)) \
	X(set_metadata, get_metadata, const Variant &, Variant, metadata, Variant()) \
	X(set_editable, is_editable, bool, bool, editable, false) \
	X(set_custom_color, get_custom_color, const Color &, Color, color, Color()) \
	X(set_custom_font, get_custom_font, const Ref<Resource> &, Ref<Resource>, font, Ref<Resource>()) \
	X(set_custom_font_size, get_custom_font_size, int, int, font_size, -1) \
	X(set_custom_as_button, is_custom_set_as_button, bool, bool, as_button, false) \
	X(set_tooltip_text, get_tooltip_text, const String &, String, tooltip, String()) \
	X(set_text_alignment, get_text_alignment, HorizontalAlignment, HorizontalAlignment, alignment, HORIZONTAL_ALIGNMENT_LEFT) \
	X(set_expand_right, get_expand_right, bool, bool, expand_right, false)

// A tree owns its items; one that is freed takes itself out of its parent first, so that children are there as long as they are listed. An item
// that was removed from its parent belongs to nobody.
class TreeItem : public Object {
	GDCLASS(TreeItem, Object);

public:
	using IsShown = void;

	enum TreeCellMode : int {
		CELL_MODE_STRING,
		CELL_MODE_CHECK,
		CELL_MODE_RANGE,
		CELL_MODE_ICON,
		CELL_MODE_CUSTOM,
	};

#define X(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void m_set(int p_column, m_argument p_value); \
	m_type m_get(int p_column) const;
	TREE_CELL_VALUES(X)
#undef X
	void set_cell_mode(int p_column, TreeCellMode p_mode); // Forgets what the cell held.
	TreeCellMode get_cell_mode(int p_column) const;
	void set_checked(int p_column, bool p_checked);
	bool is_checked(int p_column) const;
	void set_indeterminate(int p_column, bool p_indeterminate);
	bool is_indeterminate(int p_column) const;
	void propagate_check(int p_column, bool p_emit_signal);
	void set_range(int p_column, double p_value);
	double get_range(int p_column) const;
	void set_range_config(int p_column, double p_min, double p_max, double p_step, bool p_exponential);
	Dictionary get_range_config(int p_column) const;
	void clear_custom_color(int p_column) {
		set_custom_color(p_column, Color());
	}
	void set_custom_bg_color(int p_column, const Color &p_color, bool p_just_outline);
	void clear_custom_bg_color(int p_column) {
		set_custom_bg_color(p_column, Color(), false);
	}
	Color get_custom_bg_color(int p_column) const;

	void set_selectable(int p_column, bool p_selectable);
	bool is_selectable(int p_column) const;
	bool is_selected(int p_column) const;
	void select(int p_column);
	void deselect(int p_column);

	void add_button(int p_column, const Ref<Texture2D> &p_button, int p_id, bool p_disabled, const String &p_tooltip, const String &p_description);
	void erase_button(int p_column, int p_button_index);
	void clear_buttons();
	int get_button_count(int p_column) const;
	int get_button_id(int p_column, int p_button_index) const;
	int get_button_by_id(int p_column, int p_id) const; // -1: none.
	Ref<Texture2D> get_button(int p_column, int p_button_index) const;
	void set_button(int p_column, int p_button_index, const Ref<Texture2D> &p_button);
	String get_button_tooltip_text(int p_column, int p_button_index) const;
	void set_button_tooltip_text(int p_column, int p_button_index, const String &p_tooltip);
	bool is_button_disabled(int p_column, int p_button_index) const;
	void set_button_disabled(int p_column, int p_button_index, bool p_disabled);

	void set_collapsed(bool p_collapsed);
	bool is_collapsed() const {
		return collapsed;
	}
	void set_collapsed_recursive(bool p_collapsed);
	bool is_any_collapsed(bool p_only_visible) const;
	void uncollapse_tree();
	void set_visible(bool p_visible) {
		visible = p_visible;
	}
	bool is_visible() const {
		return visible;
	}
	bool is_visible_in_tree() const;
	void set_disable_folding(bool p_disable) {
		folding_disabled = p_disable;
	}
	bool is_folding_disabled() const {
		return folding_disabled;
	}
	void set_custom_minimum_height(int p_height) {
		minimum_height = p_height;
	}
	int get_custom_minimum_height() const {
		return minimum_height;
	}

	Tree *get_tree() const;
	TreeItem *get_parent() const {
		return ObjectDB::get_instance<TreeItem>(parent);
	}
	TreeItem *create_child(int p_index);
	void add_child(Object *p_item);
	void remove_child(Object *p_item);
	TreeItem *get_child(int p_index) const; // Negative: from the end.
	int get_child_count() const {
		return int(children.size());
	}
	TypedArray<TreeItem> get_children() const;
	TreeItem *get_first_child() const {
		return get_child_or_null(0);
	}
	TreeItem *get_next() const {
		return get_sibling(1);
	}
	TreeItem *get_prev() const {
		return get_sibling(-1);
	}
	int get_index() const;
	void move_before(Object *p_item) {
		move_beside(p_item, 0);
	}
	void move_after(Object *p_item) {
		move_beside(p_item, 1);
	}
	TreeItem *get_next_in_tree(bool p_wrap) const {
		return walk(false, false, p_wrap);
	}
	TreeItem *get_prev_in_tree(bool p_wrap) const {
		return walk(true, false, p_wrap);
	}
	TreeItem *get_next_visible(bool p_wrap) const {
		return walk(false, true, p_wrap);
	}
	TreeItem *get_prev_visible(bool p_wrap) const {
		return walk(true, true, p_wrap);
	}
	Variant call_recursive(const Variant **p_args, int p_argcount, Callable::CallError &r_error);

	// For the tree.
	void set_column_count(int p_count);
	void set_tree(Tree *p_tree); // Of this item and those below it.
	void set_selected(int p_column, bool p_selected);
	void collect(LocalVector<TreeItem *> *p_items); // This item and those below it, in order.

protected:
	static void _bind_methods();
	void let_go() override;

private:
	struct CellButton {
		Ref<Texture2D> icon;
		int id = 0;
		bool disabled = false;
		String tooltip;
		String description;
	};
	struct Cell {
#define X(m_set, m_get, m_argument, m_type, m_field, m_default) m_type m_field = m_default;
		TREE_CELL_VALUES(X)
#undef X
		TreeCellMode mode = CELL_MODE_STRING;
		bool checked = false;
		bool indeterminate = false;
		bool selectable = true;
		bool selected = false;
		Color background;
		double value = 0;
		double least = 0;
		double most = 100;
		double step = 1;
		bool exponential = false;
		LocalVector<CellButton> buttons;
	};

	LocalVector<Cell> cells;
	LocalVector<TreeItem *> children;
	ObjectID parent;
	ObjectID tree;
	mutable int place = 0; // Where it was last seen among the parent's children.
	bool collapsed = false;
	bool visible = true;
	bool folding_disabled = false;
	int minimum_height = 0;

	TreeItem *get_child_or_null(int p_index) const;
	TreeItem *get_sibling(int p_offset) const;
	TreeItem *walk(bool p_back, bool p_only_shown, bool p_wrap) const;
	TreeItem *step_on(bool p_enters_collapsed) const;
	TreeItem *step_back(bool p_enters_collapsed) const;
	TreeItem *wrap_around(bool p_back) const;
	void insert_child(TreeItem *p_item, int p_index);
	void unlink_child(TreeItem *p_item);
	void move_beside(Object *p_item, int p_offset);
	bool is_below(const TreeItem *p_item) const;
	void tell_check(int p_column, bool p_emit_signal);
	void check_children(int p_column, bool p_emit_signal);
	void check_parents(int p_column, bool p_emit_signal);
	const CellButton *find_button(int p_column, int p_index) const;
	static void bind_cells();
};

VARIANT_ENUM_CAST(TreeItem::TreeCellMode);
