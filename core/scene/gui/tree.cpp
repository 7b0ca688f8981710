// The items of a tree and which of them are chosen.
#include "core/scene/gui/tree.h"

#include "core/object/class_db.h"
#include "core/os/memory.h"

static constexpr int MOST_COLUMNS = 1024;

Tree::Tree() {
	set_clip_contents(true);
	set_focus_mode(FOCUS_ALL);
	columns.resize(1);
}

TreeItem *Tree::create_item(Object *p_parent, int p_index) {
	TreeItem *above = cast_to<TreeItem>(p_parent);
	ERR_FAIL_COND_V_MSG(p_parent && (!above || above->get_tree() != this), nullptr, "The parent of a new item is an item of the same tree.");
	above = above ? above : get_root();
	if (above) {
		return above->create_child(p_index);
	}
	TreeItem *item = memnew(TreeItem);
	item->set_tree(this);
	root = item->get_instance_id();
	return item;
}

void Tree::clear() {
	TreeItem *first = get_root();
	root = ObjectID();
	selected = ObjectID();
	if (first) {
		memdelete(first);
	}
}

void Tree::let_go() {
	clear();
	Control::let_go();
}

void Tree::set_columns(int p_amount) {
	ERR_FAIL_COND_MSG(p_amount < 1 || p_amount > MOST_COLUMNS, "A tree has 1 to " + itos(MOST_COLUMNS) + " columns.");
	columns.resize(p_amount);
	if (TreeItem *first = get_root()) {
		first->set_tree(this);
	}
	selected_column = MIN(selected_column, p_amount - 1);
}

// --- Choosing ---

TreeItem *Tree::get_selected() const {
	TreeItem *item = ObjectDB::get_instance<TreeItem>(selected);
	return item && item->get_tree() == this ? item : nullptr;
}

void Tree::deselect_items() {
	LocalVector<TreeItem *> items;
	if (TreeItem *first = get_root()) {
		first->collect(&items);
	}
	for (TreeItem *item : items) {
		for (int i = 0; i < get_columns(); i++) {
			item->set_selected(i, false);
		}
	}
}

void Tree::deselect_all() {
	deselect_items();
	selected = ObjectID();
	selected_column = -1;
}

void Tree::item_deselected(const TreeItem *p_item) {
	if (selected != p_item->get_instance_id()) {
		return;
	}
	for (int i = 0; i < get_columns(); i++) {
		if (p_item->is_selected(i)) {
			return;
		}
	}
	selected = ObjectID();
	selected_column = -1;
}

void Tree::select_item(TreeItem *p_item, int p_column) {
	if (!p_item->is_selectable(p_column)) {
		return;
	}
	if (select_mode == SELECT_MULTI) {
		p_item->set_selected(p_column, true);
		selected = p_item->get_instance_id();
		selected_column = p_column;
		return;
	}
	deselect_items();
	for (int i = 0; i < get_columns(); i++) {
		p_item->set_selected(i, p_item->is_selectable(i) && (select_mode == SELECT_ROW || i == p_column));
	}
	selected = p_item->get_instance_id();
	selected_column = select_mode == SELECT_ROW ? 0 : p_column;
	if (select_mode == SELECT_SINGLE) {
		emit_signal(SNAME("cell_selected"));
	}
	emit_signal(SNAME("item_selected"));
}

void Tree::set_selected(Object *p_item, int p_column) {
	TreeItem *item = cast_to<TreeItem>(p_item);
	ERR_FAIL_INDEX(p_column, get_columns());
	ERR_FAIL_COND_MSG(!item || item->get_tree() != this, "The item is not one of this tree.");
	select_item(item, p_column);
}

TreeItem *Tree::get_next_selected(Object *p_from) const {
	LocalVector<TreeItem *> items;
	if (TreeItem *first = get_root()) {
		first->collect(&items);
	}
	bool passed = p_from == nullptr;
	for (TreeItem *item : items) {
		for (int i = 0; passed && i < get_columns(); i++) {
			if (item->is_selected(i)) {
				return item;
			}
		}
		passed |= item == p_from;
	}
	return nullptr;
}

// --- Columns ---

#define COLUMN_VALUE(m_set, m_get, m_argument, m_type, m_field) \
	void Tree::m_set(int p_column, m_argument p_value) { \
		ERR_FAIL_INDEX(p_column, get_columns()); \
		columns[p_column].m_field = p_value; \
	} \
	m_type Tree::m_get(int p_column) const { \
		ERR_FAIL_INDEX_V(p_column, get_columns(), m_type()); \
		return columns[p_column].m_field; \
	}
COLUMN_VALUE(set_column_title, get_column_title, const String &, String, title)
COLUMN_VALUE(set_column_expand, is_column_expanding, bool, bool, expand)
COLUMN_VALUE(set_column_expand_ratio, get_column_expand_ratio, int, int, expand_ratio)
COLUMN_VALUE(set_column_clip_content, is_column_clipping_content, bool, bool, clips)
#undef COLUMN_VALUE

void Tree::set_column_custom_minimum_width(int p_column, int p_width) {
	ERR_FAIL_INDEX(p_column, get_columns());
	columns[p_column].minimum_width = p_width;
}

void Tree::_bind_methods() {
	ClassDB::bind_method(D_METHOD("create_item", "parent", "index"), &Tree::create_item, DEFVAL(Variant()), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("get_root"), &Tree::get_root);
	ClassDB::bind_method(D_METHOD("clear"), &Tree::clear);
	ClassDB::bind_method(D_METHOD("set_columns", "amount"), &Tree::set_columns);
	ClassDB::bind_method(D_METHOD("get_columns"), &Tree::get_columns);
	ClassDB::bind_method(D_METHOD("set_hide_root", "enable"), &Tree::set_hide_root);
	ClassDB::bind_method(D_METHOD("is_root_hidden"), &Tree::is_root_hidden);
	ClassDB::bind_method(D_METHOD("set_select_mode", "mode"), &Tree::set_select_mode);
	ClassDB::bind_method(D_METHOD("get_select_mode"), &Tree::get_select_mode);
	ClassDB::bind_method(D_METHOD("set_allow_reselect", "allow"), &Tree::set_allow_reselect);
	ClassDB::bind_method(D_METHOD("get_allow_reselect"), &Tree::get_allow_reselect);
	ClassDB::bind_method(D_METHOD("get_selected"), &Tree::get_selected);
	ClassDB::bind_method(D_METHOD("get_selected_column"), &Tree::get_selected_column);
	ClassDB::bind_method(D_METHOD("set_selected", "item", "column"), &Tree::set_selected);
	ClassDB::bind_method(D_METHOD("get_next_selected", "from"), &Tree::get_next_selected);
	ClassDB::bind_method(D_METHOD("deselect_all"), &Tree::deselect_all);
	ClassDB::bind_method(D_METHOD("set_column_title", "column", "title"), &Tree::set_column_title);
	ClassDB::bind_method(D_METHOD("get_column_title", "column"), &Tree::get_column_title);
	ClassDB::bind_method(D_METHOD("set_column_expand", "column", "expand"), &Tree::set_column_expand);
	ClassDB::bind_method(D_METHOD("is_column_expanding", "column"), &Tree::is_column_expanding);
	ClassDB::bind_method(D_METHOD("set_column_expand_ratio", "column", "ratio"), &Tree::set_column_expand_ratio);
	ClassDB::bind_method(D_METHOD("get_column_expand_ratio", "column"), &Tree::get_column_expand_ratio);
	ClassDB::bind_method(D_METHOD("set_column_custom_minimum_width", "column", "min_width"), &Tree::set_column_custom_minimum_width);
	ClassDB::bind_method(D_METHOD("set_column_clip_content", "column", "enable"), &Tree::set_column_clip_content);
	ClassDB::bind_method(D_METHOD("is_column_clipping_content", "column"), &Tree::is_column_clipping_content);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "columns"), "set_columns", "get_columns");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_reselect"), "set_allow_reselect", "get_allow_reselect");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "hide_root"), "set_hide_root", "is_root_hidden");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "select_mode", PROPERTY_HINT_ENUM, "Single,Row,Multi"), "set_select_mode", "get_select_mode");
	ADD_SIGNAL(MethodInfo("item_selected"));
	ADD_SIGNAL(MethodInfo("cell_selected"));
	ADD_SIGNAL(MethodInfo("multi_selected", PropertyInfo(Variant::OBJECT, "item", PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT, "TreeItem"), PropertyInfo(Variant::INT, "column"), PropertyInfo(Variant::BOOL, "selected")));
	ADD_SIGNAL(MethodInfo("item_collapsed", PropertyInfo(Variant::OBJECT, "item", PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT, "TreeItem")));
	ADD_SIGNAL(MethodInfo("check_propagated_to_item", PropertyInfo(Variant::OBJECT, "item", PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT, "TreeItem"), PropertyInfo(Variant::INT, "column")));
	BIND_ENUM_CONSTANT(SELECT_SINGLE);
	BIND_ENUM_CONSTANT(SELECT_ROW);
	BIND_ENUM_CONSTANT(SELECT_MULTI);
}
