// Tree: rows below rows of which one or several are chosen, as data.
#pragma once

#include "core/scene/gui/tree_item.h"

class Tree : public Control {
	GDCLASS(Tree, Control);

public:
	enum SelectMode : int {
		SELECT_SINGLE,
		SELECT_ROW,
		SELECT_MULTI,
	};

	Tree();

	TreeItem *create_item(Object *p_parent, int p_index); // The first one is the root; without a parent further ones stand below it.
	TreeItem *get_root() const { return ObjectDB::get_instance<TreeItem>(root); }
	void clear();
	void set_columns(int p_amount);
	int get_columns() const { return columns.size(); }
	void set_hide_root(bool p_enabled) { hide_root = p_enabled; }
	bool is_root_hidden() const { return hide_root; }
	void set_select_mode(SelectMode p_mode) { select_mode = p_mode; }
	SelectMode get_select_mode() const { return select_mode; }
	void set_allow_reselect(bool p_allow) { allow_reselect = p_allow; }
	bool get_allow_reselect() const { return allow_reselect; }

	TreeItem *get_selected() const; // The one that has the focus; several may be chosen.
	int get_selected_column() const { return selected_column; }
	void set_selected(Object *p_item, int p_column);
	TreeItem *get_next_selected(Object *p_from) const;
	void deselect_all();

	void set_column_title(int p_column, const String &p_title);
	String get_column_title(int p_column) const;
	void set_column_expand(int p_column, bool p_expand);
	bool is_column_expanding(int p_column) const;
	void set_column_expand_ratio(int p_column, int p_ratio);
	int get_column_expand_ratio(int p_column) const;
	void set_column_custom_minimum_width(int p_column, int p_width);
	void set_column_clip_content(int p_column, bool p_enable);
	bool is_column_clipping_content(int p_column) const;

	void select_item(TreeItem *p_item, int p_column); // For items; checks nothing of the column.
	void item_deselected(const TreeItem *p_item);
	// What a click on a cell does.
	void user_select(TreeItem *p_item, int p_column);

protected:
	static void _bind_methods();
	void let_go() override;

private:
	struct Column {
		String title;
		bool expand = true;
		int expand_ratio = 1;
		int minimum_width = 0;
		bool clips = false;
	};

	LocalVector<Column> columns;
	ObjectID root;
	ObjectID selected;
	int selected_column = -1;
	bool hide_root = false;
	bool allow_reselect = false;
	SelectMode select_mode = SELECT_SINGLE;

	void deselect_items();
};

VARIANT_ENUM_CAST(Tree::SelectMode);
