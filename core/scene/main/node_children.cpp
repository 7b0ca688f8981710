// The list of children: adding, taking out, moving. Internal children stand at either end of the same list.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/object/shown_objects.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"

bool Node::can_take_child(const Node *p_child, const char *p_what) const {
	ERR_FAIL_NULL_V_MSG(p_child, false, vformat("%s: the node given is null.", p_what));
	ERR_FAIL_COND_V_MSG(p_child == this, false, vformat("%s: node '%s' cannot become a child of itself.", p_what, name));
	ERR_FAIL_COND_V_MSG(p_child->parent, false, vformat("%s: node '%s' already has the parent '%s'. Take it out with remove_child() first, or use reparent().", p_what, p_child->name, p_child->parent->name));
	ERR_FAIL_COND_V_MSG(p_child->is_ancestor_of(this), false, vformat("%s: node '%s' is an ancestor of '%s' and cannot become its child.", p_what, p_child->name, name));
	ERR_FAIL_COND_V_MSG(is_dying() || is_dead(), false, vformat("%s: node '%s' is being freed and takes no children.", p_what, name));
	ERR_FAIL_COND_V_MSG(p_child->is_dying() || p_child->is_dead(), false, vformat("%s: node '%s' is being freed and cannot be added to '%s'.", p_what, p_child->name, name));
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
	index_child_name(p_child);
	// Whoever is told may free the child or this node, or take the child away.
	p_child->notification(NOTIFICATION_PARENTED);
	if (tree && p_child->parent == this) {
		p_child->enter_tree_recursively(tree);
		// A parent that is itself still waiting makes its children ready when its own turn comes.
		if (ready_notified && p_child->parent == this) {
			p_child->ready_recursively();
		}
		if (tree) {
			tree->emit_signal(SNAME("tree_changed"));
		}
	}
	if (p_child->parent == this) {
		add_child_notify(p_child);
	}
	child_order_changed();
}

void Node::add_sibling(Node *p_sibling, bool p_force_readable_name) {
	ERR_FAIL_NULL_MSG(parent, vformat("add_sibling: node '%s' has no parent, so it can have no sibling.", name));
	Node *above = parent;
	const InternalMode mode = internal_mode;
	if (!above->can_take_child(p_sibling, "add_sibling")) {
		return;
	}
	above->add_child(p_sibling, p_force_readable_name, mode);
	// Who was told may have moved either of them.
	if (parent == above && p_sibling->parent == above && p_sibling->internal_mode == internal_mode) {
		const uint32_t here = above->children.find(this);
		above->move_child_to(p_sibling, above->children.find(p_sibling) < here ? here : here + 1);
	}
}

void Node::remove_child(Node *p_child) {
	ERR_FAIL_NULL_MSG(p_child, "remove_child: the node given is null.");
	ERR_FAIL_COND_MSG(p_child->parent != this, vformat("remove_child: node '%s' is not a child of '%s'.", p_child->name, name));
	ERR_FAIL_COND_MSG(blocked > 0 && !p_child->is_dying(), vformat("remove_child: node '%s' is busy telling its children something; use `remove_child.call_deferred(node)` instead.", name));
	const bool was_inside = p_child->tree != nullptr;
	if (p_child->exiting) {
		p_child->leave_tree();
	} else if (was_inside) {
		blocked++;
		p_child->exit_tree_recursively();
		blocked--;
	}
	if (p_child->parent != this) {
		return; // Freed by one of those who were told.
	}
	remove_child_notify(p_child);
	p_child->notification(NOTIFICATION_UNPARENTED);
	if (p_child->parent != this) {
		return;
	}
	take_out_child(p_child);
	child_order_changed();
	if (p_child->is_dead()) {
		return;
	}
	if (!p_child->dies_with_ancestor) { // Every node of a dying subtree leaves its owner by itself.
		p_child->drop_foreign_owners();
	}
	if (was_inside) {
		p_child->tell_exited();
	}
}

void Node::tell_exited() {
	NodeWalk walk;
	walk.run(
			this, false, [](Node *) { return true; }, [](Node *p_node) { p_node->emit_signal(SNAME("tree_exited")); });
}

void Node::take_out_child(Node *p_child) {
	unindex_child_name(p_child);
	children.erase(p_child);
	front_internal_count -= p_child->internal_mode == INTERNAL_MODE_FRONT;
	back_internal_count -= p_child->internal_mode == INTERNAL_MODE_BACK;
	p_child->parent = nullptr;
	p_child->internal_mode = INTERNAL_MODE_DISABLED;
}

void Node::child_order_changed() {
	ShownObjects::touch_children(this);
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
	if (first + uint32_t(wanted) != children.find(p_child)) {
		move_child_to(p_child, first + uint32_t(wanted));
	}
}

void Node::move_child_to(Node *p_child, uint32_t p_position) {
	ERR_FAIL_COND_MSG(blocked > 0, vformat("move_child: node '%s' is busy telling its children something; use `move_child.call_deferred(node, index)` instead.", name));
	children.move(p_child, p_position);
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
	if (is_dead() || p_parent->is_dead() || parent) {
		return; // Freed by those who were told, or the parent could not let go.
	}
	p_parent->add_child(this);
	restore_owners(owners, nullptr, nullptr);
}

// Owners that are still above; p_successor stands in for p_gone.
void Node::restore_owners(const LocalVector<OwnedPair> &p_owners, const Node *p_gone, Node *p_successor) {
	for (const OwnedPair &pair : p_owners) {
		Node *node_owner = pair.owner == p_gone ? p_successor : pair.owner;
		if (!pair.node->is_dead() && !node_owner->is_dead() && node_owner->is_ancestor_of(pair.node)) {
			pair.node->set_owner(node_owner);
		}
	}
}

void Node::replace_by(Node *p_node, bool p_keep_groups) {
	ERR_FAIL_NULL_MSG(p_node, "replace_by: the node given is null.");
	ERR_FAIL_COND_MSG(p_node == this, vformat("replace_by: node '%s' cannot be replaced by itself.", name));
	ERR_FAIL_COND_MSG(p_node->parent, vformat("replace_by: node '%s' already has a parent.", p_node->name));
	LocalVector<Node *> owned_here;
	if (owner_tables) {
		for (Node *owned : owner_tables->owned) {
			owned_here.push_back(owned);
		}
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
		if (!p_node->is_dead() && !old_parent->is_dead()) {
			old_parent->add_child(p_node);
		}
		if (p_node->parent == old_parent && !old_parent->is_dead()) {
			old_parent->move_child(p_node, position);
		}
	}
	emit_signal(SNAME("replacing_by"), p_node);
	while (get_child_count() > 0 && !p_node->is_dead()) {
		Node *child = get_child(0);
		LocalVector<OwnedPair> owners;
		collect_owners(child, owners);
		remove_child(child);
		if (child->parent == this) {
			break; // Refused, with an error.
		}
		if (!child->is_dead() && !child->parent && !p_node->is_dead()) {
			p_node->add_child(child);
			restore_owners(owners, this, p_node);
		}
	}
	if (p_node->is_dead()) {
		return;
	}
	if (!old_owner || !old_owner->is_dead()) {
		p_node->set_owner(old_owner);
	}
	for (Node *node : owned_here) {
		if (!node->is_dead()) {
			node->set_owner(p_node);
		}
	}
	p_node->set_scene_file_path(scene_file_path);
}

int Node::get_child_count(bool p_include_internal) const {
	return int(p_include_internal ? children.size() : children.size() - front_internal_count - back_internal_count);
}

LocalVector<Node *> Node::copy_children() const {
	LocalVector<Node *> copy;
	copy.reserve(children.size());
	for (Node *child : children) {
		copy.push_back(child);
	}
	return copy;
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
	const int index = int(parent->children.find(this));
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
	return a->slot > b->slot;
}
