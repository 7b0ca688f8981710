// Where an item stands: parents, children, order, folding, and being chosen.
#include "core/scene/gui/tree_item.h"

#include "core/object/class_db.h"
#include "core/os/memory.h"
#include "core/scene/gui/tree.h"

Tree *TreeItem::get_tree() const {
	return ObjectDB::get_instance<Tree>(tree);
}

void TreeItem::set_tree(Tree *p_tree) {
	LocalVector<TreeItem *> items;
	collect(&items);
	for (TreeItem *item : items) {
		item->tree = p_tree ? p_tree->get_instance_id() : ObjectID();
		if (p_tree) {
			item->set_column_count(p_tree->get_columns());
		}
	}
}

void TreeItem::collect(LocalVector<TreeItem *> *p_items) {
	LocalVector<TreeItem *> waiting;
	waiting.push_back(this);
	while (!waiting.is_empty()) {
		TreeItem *item = waiting[waiting.size() - 1];
		waiting.resize(waiting.size() - 1);
		p_items->push_back(item);
		for (uint32_t i = item->children.size(); i > 0; i--) {
			waiting.push_back(item->children[i - 1]);
		}
	}
}

TypedArray<TreeItem> TreeItem::get_children() const {
	TypedArray<TreeItem> found;
	for (TreeItem *item : children) {
		found.push_back(item);
	}
	return found;
}

TreeItem *TreeItem::get_child_or_null(int p_index) const {
	return p_index >= 0 && p_index < get_child_count() ? children[p_index] : nullptr;
}

TreeItem *TreeItem::get_child(int p_index) const {
	const int index = p_index < 0 ? p_index + get_child_count() : p_index;
	ERR_FAIL_INDEX_V(index, get_child_count(), nullptr);
	return children[index];
}

int TreeItem::get_index() const {
	const TreeItem *above = get_parent();
	if (above && above->get_child_or_null(place) != this) {
		place = int(above->children.find(const_cast<TreeItem *>(this)));
	}
	return above ? place : 0;
}

TreeItem *TreeItem::get_sibling(int p_offset) const {
	const TreeItem *above = get_parent();
	return above ? above->get_child_or_null(get_index() + p_offset) : nullptr;
}

// --- Walking in order ------------------------------------------------------------------------------------------------

TreeItem *TreeItem::step_on(bool p_enters_collapsed) const {
	if (!children.is_empty() && (p_enters_collapsed || !collapsed)) {
		return children[0];
	}
	for (const TreeItem *item = this; item; item = item->get_parent()) {
		if (TreeItem *next = item->get_next()) {
			return next;
		}
	}
	return nullptr;
}

TreeItem *TreeItem::step_back(bool p_enters_collapsed) const {
	TreeItem *item = get_prev();
	if (!item) {
		TreeItem *above = get_parent();
		const Tree *owner = get_tree();
		return above && owner && owner->is_root_hidden() && !above->get_parent() ? nullptr : above;
	}
	while (!item->children.is_empty() && (p_enters_collapsed || !item->collapsed)) {
		item = item->children[item->children.size() - 1];
	}
	return item;
}

// Where walking on begins anew behind the last one, and walking back behind the first: at the last one that is shown.
TreeItem *TreeItem::wrap_around(bool p_back) const {
	TreeItem *item = const_cast<TreeItem *>(this);
	if (p_back) {
		while (TreeItem *next = item->get_next_visible(false)) {
			item = next;
		}
		return item;
	}
	while (TreeItem *above = item->get_parent()) {
		item = above;
	}
	return item;
}

TreeItem *TreeItem::walk(bool p_back, bool p_only_shown, bool p_wrap) const {
	const TreeItem *item = this;
	bool may_wrap = p_wrap;
	do {
		TreeItem *next = p_back ? item->step_back(!p_only_shown) : item->step_on(!p_only_shown);
		if (!next && may_wrap) {
			next = item->wrap_around(p_back);
			may_wrap = false; // Once round.
		}
		item = next;
	} while (item && p_only_shown && !item->is_visible_in_tree());
	return const_cast<TreeItem *>(item);
}

bool TreeItem::is_below(const TreeItem *p_item) const {
	for (const TreeItem *item = this; item; item = item->get_parent()) {
		if (item == p_item) {
			return true;
		}
	}
	return false;
}

void TreeItem::insert_child(TreeItem *p_item, int p_index) {
	const int count = get_child_count();
	p_item->place = p_index < 0 || p_index > count ? count : p_index;
	p_item->parent = get_instance_id();
	children.insert(p_item->place, p_item);
}

void TreeItem::unlink_child(TreeItem *p_item) {
	children.remove_at(p_item->get_index());
	p_item->parent = ObjectID();
}

TreeItem *TreeItem::create_child(int p_index) {
	TreeItem *item = memnew(TreeItem);
	insert_child(item, p_index);
	item->set_tree(get_tree());
	return item;
}

void TreeItem::add_child(Object *p_item) {
	TreeItem *item = cast_to<TreeItem>(p_item);
	ERR_FAIL_NULL_MSG(item, "add_child() needs a TreeItem.");
	ERR_FAIL_COND_MSG(item->get_parent() || item->get_tree(), "The item has a parent already; remove it from there first.");
	ERR_FAIL_COND_MSG(is_below(item), "An item cannot stand below itself.");
	insert_child(item, -1);
	item->set_tree(get_tree());
}

void TreeItem::remove_child(Object *p_item) {
	TreeItem *item = cast_to<TreeItem>(p_item);
	ERR_FAIL_COND_MSG(!item || item->get_parent() != this, "The item is no child of this one.");
	unlink_child(item);
	item->set_tree(nullptr);
}

void TreeItem::move_beside(Object *p_item, int p_offset) {
	TreeItem *other = cast_to<TreeItem>(p_item);
	ERR_FAIL_COND_MSG(!other || other == this, "Moving needs another TreeItem.");
	TreeItem *above = other->get_parent();
	TreeItem *before = get_parent();
	ERR_FAIL_COND_MSG(!above || !before, "The first item of a tree can neither move nor have others beside it.");
	ERR_FAIL_COND_MSG(above->is_below(this), "An item cannot stand below itself.");
	before->unlink_child(this);
	above->insert_child(this, other->get_index() + p_offset);
	set_tree(above->get_tree());
}

// What stands below goes with it, the lowest first: however deep it is, nothing calls itself. Scripts of items may free others meanwhile.
void TreeItem::let_go() {
	ShownObjects::touch(this);
	if (TreeItem *above = get_parent()) {
		above->unlink_child(this);
	}
	LocalVector<TreeItem *> items;
	collect(&items);
	LocalVector<ObjectID> ids;
	for (TreeItem *item : items) {
		ids.push_back(item->get_instance_id());
		item->parent = ObjectID();
		item->children.clear();
	}
	for (uint32_t i = ids.size(); i > 1; i--) {
		if (TreeItem *item = ObjectDB::get_instance<TreeItem>(ids[i - 1])) {
			memdelete(item);
		}
	}
}

// --- Folding ---------------------------------------------------------------------------------------------------------

void TreeItem::set_collapsed(bool p_collapsed) {
	if (collapsed == p_collapsed || !get_tree()) {
		return;
	}
	collapsed = p_collapsed;
	get_tree()->emit_signal(SNAME("item_collapsed"), this);
}

void TreeItem::set_collapsed_recursive(bool p_collapsed) {
	LocalVector<TreeItem *> items;
	collect(&items);
	LocalVector<ObjectID> ids; // Handlers may free some.
	for (const TreeItem *item : items) {
		ids.push_back(item->get_instance_id());
	}
	for (const ObjectID &id : ids) {
		if (TreeItem *item = ObjectDB::get_instance<TreeItem>(id)) {
			item->set_collapsed(p_collapsed);
		}
	}
}

bool TreeItem::is_any_collapsed(bool p_only_visible) const {
	LocalVector<TreeItem *> items;
	const_cast<TreeItem *>(this)->collect(&items);
	for (const TreeItem *item : items) {
		if (item->collapsed && !item->children.is_empty() && (!p_only_visible || item->is_visible_in_tree())) {
			return true;
		}
	}
	return false;
}

void TreeItem::uncollapse_tree() {
	const ObjectID self = get_instance_id();
	for (ObjectID id = self; id.is_valid();) {
		TreeItem *item = ObjectDB::get_instance<TreeItem>(id);
		if (!item) {
			break;
		}
		id = item->parent;
		item->set_collapsed(false);
	}
}

bool TreeItem::is_visible_in_tree() const {
	if (!get_tree()) {
		return false;
	}
	for (const TreeItem *item = this; item; item = item->get_parent()) {
		if (!item->visible) {
			return false;
		}
	}
	return true;
}

// --- Being chosen ----------------------------------------------------------------------------------------------------

bool TreeItem::is_selected(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(cells.size()), false);
	return cells[p_column].selectable && cells[p_column].selected;
}

void TreeItem::set_selected(int p_column, bool p_selected) {
	if (p_column >= 0 && p_column < int(cells.size())) {
		cells[p_column].selected = p_selected;
	}
}

void TreeItem::select(int p_column) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	if (Tree *owner = get_tree()) {
		owner->select_item(this, p_column);
	}
}

void TreeItem::deselect(int p_column) {
	ERR_FAIL_INDEX(p_column, int(cells.size()));
	cells[p_column].selected = false;
	if (Tree *owner = get_tree()) {
		owner->item_deselected(this);
	}
}

Variant TreeItem::call_recursive(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_argcount < 1 || !p_args[0]->is_string()) {
		r_error.error = p_argcount < 1 ? Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS : Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = p_argcount < 1 ? 1 : 0;
		r_error.expected = Variant::STRING_NAME;
		return Variant();
	}
	const StringName method = *p_args[0];
	LocalVector<TreeItem *> items;
	collect(&items);
	LocalVector<ObjectID> ids;
	for (const TreeItem *item : items) {
		ids.push_back(item->get_instance_id());
	}
	for (const ObjectID &id : ids) {
		if (TreeItem *item = ObjectDB::get_instance<TreeItem>(id)) {
			item->callp(method, p_args + 1, p_argcount - 1, r_error);
		}
	}
	r_error.error = Callable::CallError::CALL_OK;
	return Variant();
}

void TreeItem::_bind_methods() {
	bind_cells();
	ClassDB::bind_method(D_METHOD("set_collapsed", "enable"), &TreeItem::set_collapsed);
	ClassDB::bind_method(D_METHOD("is_collapsed"), &TreeItem::is_collapsed);
	ClassDB::bind_method(D_METHOD("set_collapsed_recursive", "enable"), &TreeItem::set_collapsed_recursive);
	ClassDB::bind_method(D_METHOD("is_any_collapsed", "only_visible"), &TreeItem::is_any_collapsed, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("uncollapse_tree"), &TreeItem::uncollapse_tree);
	ClassDB::bind_method(D_METHOD("set_visible", "enable"), &TreeItem::set_visible);
	ClassDB::bind_method(D_METHOD("is_visible"), &TreeItem::is_visible);
	ClassDB::bind_method(D_METHOD("is_visible_in_tree"), &TreeItem::is_visible_in_tree);
	ClassDB::bind_method(D_METHOD("set_disable_folding", "disable"), &TreeItem::set_disable_folding);
	ClassDB::bind_method(D_METHOD("is_folding_disabled"), &TreeItem::is_folding_disabled);
	ClassDB::bind_method(D_METHOD("set_custom_minimum_height", "height"), &TreeItem::set_custom_minimum_height);
	ClassDB::bind_method(D_METHOD("get_custom_minimum_height"), &TreeItem::get_custom_minimum_height);
	ClassDB::bind_method(D_METHOD("is_selected", "column"), &TreeItem::is_selected);
	ClassDB::bind_method(D_METHOD("select", "column"), &TreeItem::select);
	ClassDB::bind_method(D_METHOD("deselect", "column"), &TreeItem::deselect);
	ClassDB::bind_method(D_METHOD("get_tree"), &TreeItem::get_tree);
	ClassDB::bind_method(D_METHOD("get_parent"), &TreeItem::get_parent);
	ClassDB::bind_method(D_METHOD("create_child", "index"), &TreeItem::create_child, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("add_child", "child"), &TreeItem::add_child);
	ClassDB::bind_method(D_METHOD("remove_child", "child"), &TreeItem::remove_child);
	ClassDB::bind_method(D_METHOD("get_child", "index"), &TreeItem::get_child);
	ClassDB::bind_method(D_METHOD("get_child_count"), &TreeItem::get_child_count);
	ClassDB::bind_method(D_METHOD("get_children"), &TreeItem::get_children);
	ClassDB::bind_method(D_METHOD("get_first_child"), &TreeItem::get_first_child);
	ClassDB::bind_method(D_METHOD("get_next"), &TreeItem::get_next);
	ClassDB::bind_method(D_METHOD("get_prev"), &TreeItem::get_prev);
	ClassDB::bind_method(D_METHOD("get_index"), &TreeItem::get_index);
	ClassDB::bind_method(D_METHOD("move_before", "item"), &TreeItem::move_before);
	ClassDB::bind_method(D_METHOD("move_after", "item"), &TreeItem::move_after);
	ClassDB::bind_method(D_METHOD("get_next_in_tree", "wrap"), &TreeItem::get_next_in_tree, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_prev_in_tree", "wrap"), &TreeItem::get_prev_in_tree, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_next_visible", "wrap"), &TreeItem::get_next_visible, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_prev_visible", "wrap"), &TreeItem::get_prev_visible, DEFVAL(false));
	MethodInfo recursive("call_recursive", PropertyInfo(Variant::STRING_NAME, "method"));
	ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "call_recursive", &TreeItem::call_recursive, recursive);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "collapsed"), "set_collapsed", "is_collapsed");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "visible"), "set_visible", "is_visible");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "disable_folding"), "set_disable_folding", "is_folding_disabled");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "custom_minimum_height", PROPERTY_HINT_RANGE, "0,1000,1"), "set_custom_minimum_height", "get_custom_minimum_height");
	BIND_ENUM_CONSTANT(CELL_MODE_STRING);
	BIND_ENUM_CONSTANT(CELL_MODE_CHECK);
	BIND_ENUM_CONSTANT(CELL_MODE_RANGE);
	BIND_ENUM_CONSTANT(CELL_MODE_ICON);
	BIND_ENUM_CONSTANT(CELL_MODE_CUSTOM);
}
