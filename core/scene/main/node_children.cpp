// The list of children: adding, taking out, moving. Internal children stand at either end of the same list.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/scene_tree.h"

bool Node::can_take_child(const Node *p_child, const char *p_what) const {
	ERR_FAIL_NULL_V_MSG(p_child, false, vformat("%s: the node given is null.", p_what));
	ERR_FAIL_COND_V_MSG(p_child == this, false, vformat("%s: node '%s' cannot become a child of itself.", p_what, name));
	ERR_FAIL_COND_V_MSG(p_child->parent, false, vformat("%s: node '%s' already has the parent '%s'. Take it out with remove_child() first, or use reparent().", p_what, p_child->name, p_child->parent->name));
	ERR_FAIL_COND_V_MSG(p_child->is_ancestor_of(this), false, vformat("%s: node '%s' is an ancestor of '%s' and cannot become its child.", p_what, p_child->name, name));
	ERR_FAIL_COND_V_MSG(blocked > 0, false, vformat("%s: node '%s' is busy telling its children something; use `add_child.call_deferred(node)` instead.", p_what, name));
	return true;
}

uint32_t Node::insertion_position(InternalMode p_mode) const {
	switch (p_mode) {
		case INTERNAL_MODE_FRONT:
			return front_internal_count;
		case INTERNAL_MODE_BACK:
			return children.size();
		default:
			return children.size() - back_internal_count;
	}
}

void Node::add_child(Node *p_child, bool p_force_readable_name, InternalMode p_internal) {
	if (!can_take_child(p_child, "add_child")) {
		return;
	}
	give_name(p_child, p_force_readable_name);
	p_child->internal_mode = p_internal;
	insert_child(p_child, insertion_position(p_internal));
}

// The common tail of add_child and replace_by: p_child has a name that is free here.
void Node::insert_child(Node *p_child, uint32_t p_position) {
	children.insert(p_position, p_child);
	front_internal_count += p_child->internal_mode == INTERNAL_MODE_FRONT;
	back_internal_count += p_child->internal_mode == INTERNAL_MODE_BACK;
	p_child->parent = this;
	reindex_children(p_position);
	index_child_name(p_child);
	p_child->notification(NOTIFICATION_PARENTED);
	if (tree) {
		p_child->enter_tree_recursively(tree);
		// A parent that is itself still waiting makes its children ready when its own turn comes.
		if (ready_notified) {
			p_child->ready_recursively();
		}
		tree->emit_signal(SNAME("tree_changed"));
	}
	add_child_notify(p_child);
	child_order_changed();
}

void Node::add_sibling(Node *p_sibling, bool p_force_readable_name) {
	ERR_FAIL_NULL_MSG(parent, vformat("add_sibling: node '%s' has no parent, so it can have no sibling.", name));
	const InternalMode mode = internal_mode;
	if (!parent->can_take_child(p_sibling, "add_sibling")) {
		return;
	}
	parent->add_child(p_sibling, p_force_readable_name, mode);
	parent->move_child_to(p_sibling, uint32_t(index) + 1);
}

void Node::remove_child(Node *p_child) {
	ERR_FAIL_NULL_MSG(p_child, "remove_child: the node given is null.");
	ERR_FAIL_COND_MSG(p_child->parent != this, vformat("remove_child: node '%s' is not a child of '%s'.", p_child->name, name));
	ERR_FAIL_COND_MSG(blocked > 0 && !p_child->dies_with_ancestor, vformat("remove_child: node '%s' is busy telling its children something; use `remove_child.call_deferred(node)` instead.", name));
	const bool was_inside = tree != nullptr;
	if (was_inside) {
		blocked++;
		p_child->exit_tree_recursively();
		blocked--;
	}
	remove_child_notify(p_child);
	p_child->notification(NOTIFICATION_UNPARENTED);
	take_out_child(p_child);
	child_order_changed();
	if (!p_child->dies_with_ancestor) { // Every node of a dying subtree leaves its owner by itself.
		p_child->drop_foreign_owners();
	}
	if (was_inside) {
		p_child->tell_exited();
	}
}

void Node::tell_exited() {
	for (uint32_t i = 0; i < children.size(); i++) {
		children[i]->tell_exited();
	}
	emit_signal(SNAME("tree_exited"));
}

void Node::take_out_child(Node *p_child) {
	unindex_child_name(p_child);
	const uint32_t position = uint32_t(p_child->index);
	children.remove_at(position);
	front_internal_count -= p_child->internal_mode == INTERNAL_MODE_FRONT;
	back_internal_count -= p_child->internal_mode == INTERNAL_MODE_BACK;
	p_child->parent = nullptr;
	p_child->index = -1;
	p_child->internal_mode = INTERNAL_MODE_DISABLED;
	reindex_children(position);
}

void Node::reindex_children(uint32_t p_from) {
	for (uint32_t i = p_from; i < children.size(); i++) {
		children[i]->index = int(i);
	}
}

void Node::child_order_changed() {
	notification(NOTIFICATION_CHILD_ORDER_CHANGED);
	emit_signal(SNAME("child_order_changed"));
}

void Node::move_child(Node *p_child, int p_index) {
	ERR_FAIL_NULL_MSG(p_child, "move_child: the node given is null.");
	ERR_FAIL_COND_MSG(p_child->parent != this, vformat("move_child: node '%s' is not a child of '%s'.", p_child->name, name));
	uint32_t first = front_internal_count;
	uint32_t count = children.size() - front_internal_count - back_internal_count;
	if (p_child->internal_mode == INTERNAL_MODE_FRONT) {
		first = 0;
		count = front_internal_count;
	} else if (p_child->internal_mode == INTERNAL_MODE_BACK) {
		first = children.size() - back_internal_count;
		count = back_internal_count;
	}
	int wanted = p_index < 0 ? p_index + int(count) : p_index;
	ERR_FAIL_INDEX_MSG(wanted, int(count) + 1, vformat("move_child: index %d is outside 0 to %d.", p_index, int(count) - 1));
	wanted = MIN(wanted, int(count) - 1);
	if (int(first) + wanted != p_child->index) {
		move_child_to(p_child, first + uint32_t(wanted));
	}
}

void Node::move_child_to(Node *p_child, uint32_t p_position) {
	ERR_FAIL_COND_MSG(blocked > 0, vformat("move_child: node '%s' is busy telling its children something; use `move_child.call_deferred(node, index)` instead.", name));
	const uint32_t from = uint32_t(p_child->index);
	children.remove_at(from);
	children.insert(p_position, p_child);
	reindex_children(MIN(from, p_position));
	if (tree) {
		tree->order_changed();
	}
	move_child_notify(p_child);
	child_order_changed();
}

void Node::reparent(Node *p_parent, bool p_keep_global_transform) {
	ERR_FAIL_NULL_MSG(p_parent, "reparent: the new parent is null.");
	ERR_FAIL_NULL_MSG(parent, vformat("reparent: node '%s' has no parent yet; use add_child().", name));
	ERR_FAIL_COND_MSG(p_parent == this || is_ancestor_of(p_parent), vformat("reparent: '%s' is inside node '%s', which cannot be moved into its own subtree.", p_parent->name, name));
	if (p_parent == parent) {
		return;
	}
	if (p_keep_global_transform) {
		reparent_keeping_transform(p_parent);
	} else {
		change_parent(p_parent);
	}
}

void Node::reparent_keeping_transform(Node *p_parent) {
	change_parent(p_parent);
}

void Node::change_parent(Node *p_parent) {
	// Owners outside the moved part come back if they are still above it afterwards.
	LocalVector<OwnedPair> owners;
	collect_owners(this, owners);
	parent->remove_child(this);
	p_parent->add_child(this);
	for (const OwnedPair &pair : owners) {
		if (pair.owner->is_ancestor_of(pair.node)) {
			pair.node->set_owner(pair.owner);
		}
	}
}

void Node::replace_by(Node *p_node, bool p_keep_groups) {
	ERR_FAIL_NULL_MSG(p_node, "replace_by: the node given is null.");
	ERR_FAIL_COND_MSG(p_node->parent, vformat("replace_by: node '%s' already has a parent.", p_node->name));
	LocalVector<Node *> owned_here;
	LocalVector<Node *> owned_by_same;
	if (owner_tables) {
		owned_here = owner_tables->owned;
	}
	Node *old_owner = owner;
	if (p_keep_groups && groups) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			p_node->add_to_group(group.key, group.value);
		}
	}
	if (parent) {
		Node *old_parent = parent;
		const int position = get_index();
		old_parent->remove_child(this);
		old_parent->add_child(p_node);
		old_parent->move_child(p_node, position);
	}
	emit_signal(SNAME("replacing_by"), p_node);
	while (get_child_count() > 0) {
		Node *child = get_child(0);
		LocalVector<OwnedPair> owners;
		collect_owners(child, owners);
		remove_child(child);
		p_node->add_child(child);
		for (const OwnedPair &pair : owners) {
			Node *successor = pair.owner == this ? p_node : pair.owner;
			if (successor->is_ancestor_of(pair.node)) {
				pair.node->set_owner(successor);
			}
		}
	}
	p_node->set_owner(old_owner);
	for (Node *node : owned_here) {
		node->set_owner(p_node);
	}
	p_node->set_scene_file_path(scene_file_path);
}

int Node::get_child_count(bool p_include_internal) const {
	return int(p_include_internal ? children.size() : children.size() - front_internal_count - back_internal_count);
}

TypedArray<Node> Node::get_children(bool p_include_internal) const {
	TypedArray<Node> result;
	const uint32_t first = p_include_internal ? 0 : front_internal_count;
	const uint32_t count = uint32_t(get_child_count(p_include_internal));
	result.resize(count);
	for (uint32_t i = 0; i < count; i++) {
		result[i] = children[first + i];
	}
	return result;
}

Node *Node::get_child(int p_index, bool p_include_internal) const {
	const int count = get_child_count(p_include_internal);
	const int wanted = p_index < 0 ? p_index + count : p_index;
	ERR_FAIL_INDEX_V_MSG(wanted, count, nullptr, vformat("get_child: node '%s' has %d children, there is none with index %d.", name, count, p_index));
	return children[uint32_t(wanted) + (p_include_internal ? 0 : front_internal_count)];
}

int Node::get_index(bool p_include_internal) const {
	if (!parent) {
		return -1;
	}
	if (p_include_internal) {
		return index;
	}
	return internal_mode == INTERNAL_MODE_DISABLED ? index - int(parent->front_internal_count) : -1;
}

bool Node::is_ancestor_of(const Node *p_node) const {
	ERR_FAIL_NULL_V_MSG(p_node, false, "is_ancestor_of: the node given is null.");
	for (const Node *node = p_node->parent; node; node = node->parent) {
		if (node == this) {
			return true;
		}
	}
	return false;
}

bool Node::is_greater_than(const Node *p_node) const {
	ERR_FAIL_NULL_V_MSG(p_node, false, "is_greater_than: the node given is null.");
	ERR_FAIL_COND_V_MSG(!tree || tree != p_node->tree, false, "is_greater_than: both nodes must be inside the tree.");
	const Node *a = this;
	const Node *b = p_node;
	while (a->depth > b->depth) {
		a = a->parent;
	}
	while (b->depth > a->depth) {
		b = b->parent;
	}
	if (a == b) {
		return depth > p_node->depth; // One is below the other: the deeper one comes later.
	}
	while (a->parent != b->parent) {
		a = a->parent;
		b = b->parent;
	}
	return a->index > b->index;
}
