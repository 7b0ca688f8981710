// Names that are unique among siblings, owners, and the %Unique names an owner keeps.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"
#include "core/string/char_utils.h"

namespace {

// "Name12" is the stem "Name" with the number 12; leading zeros keep their width.
struct NumberedName {
	String stem;
	int64_t number = 0;
	int width = 0;

	explicit NumberedName(const String &p_name) {
		int start = p_name.length();
		while (start > 0 && is_digit(p_name[start - 1]) && p_name.length() - start < 9) {
			start--;
		}
		stem = p_name.substr(0, start);
		width = p_name.length() - start;
		number = width > 0 ? p_name.substr(start).to_int() : 1;
	}

	String next() {
		number++;
		return stem + String::num_int64(number).pad_zeros(width);
	}
};

} // namespace

void Node::set_name(const StringName &p_name) {
	const String valid = String(p_name).validate_node_name();
	if (valid.is_empty()) {
		return;
	}
	if (unique_name_in_owner && owner) {
		unregister_unique_name();
	}
	if (parent) {
		parent->unindex_child_name(this);
	}
	const StringName wanted = valid;
	name = parent ? parent->make_readable_name(this, wanted) : wanted;
	if (parent) {
		parent->index_child_name(this);
	}
	if (unique_name_in_owner && owner) {
		register_unique_name();
	}
	notify_path_renamed();
	if (SceneTree *told = tree) {
		emit_signal(SNAME("renamed"));
		told->emit_signal(SNAME("node_renamed"), this);
		told->emit_signal(SNAME("tree_changed"));
	}
}

void Node::notify_path_renamed() {
	NodeWalk walk;
	walk.run(this, [](Node *p_node) {
		p_node->notification(NOTIFICATION_PATH_RENAMED);
		return true;
	});
}

// A name for a node that is about to become a child here. Counted names ("@Class@7") cost no search among the siblings.
void Node::give_name(Node *p_child, bool p_readable) {
	static uint64_t counter = 1;
	const bool named = p_child->name != StringName();
	if (named && !get_child_by_name(p_child->name)) {
		return;
	}
	if (p_readable) {
		p_child->name = make_readable_name(p_child, named ? p_child->name : StringName(p_child->get_class()));
	} else {
		counter++;
		p_child->name = vformat("@%s@%d", p_child->get_class(), int64_t(counter));
	}
}

StringName Node::make_readable_name(const Node *p_child, const StringName &p_wanted) const {
	Node *holder = get_child_by_name(p_wanted);
	if (!holder || holder == p_child) {
		return p_wanted;
	}
	NumberedName numbered{ String(p_wanted) };
	const int64_t first = numbered.number + 1;
	const ChildNames::TakenNumbers *taken = child_names ? child_names->taken_numbers.getptr(numbered.stem) : nullptr;
	const bool known = taken && taken->width == numbered.width && first >= taken->first && first < taken->end;
	if (known) {
		numbered.number = taken->end - 1;
	}
	StringName candidate;
	do {
		candidate = numbered.next();
		holder = get_child_by_name(candidate);
	} while (holder && holder != p_child);
	// The name found is about to be given to the child.
	if (child_names) {
		child_names->taken_numbers.insert(numbered.stem, { known ? taken->first : first, numbered.number + 1, numbered.width });
	}
	return candidate;
}

Node *Node::get_child_by_name(const StringName &p_name) const {
	if (child_names) {
		Node *const *found = child_names->nodes.getptr(p_name);
		return found ? *found : nullptr;
	}
	for (Node *child : children) {
		if (child->name == p_name) {
			return child;
		}
	}
	return nullptr;
}

void Node::index_child_name(Node *p_child) {
	if (child_names) {
		child_names->nodes.insert(p_child->name, p_child);
	} else if (children.size() > CHILD_INDEX_THRESHOLD) {
		child_names = memnew(ChildNames);
		for (Node *child : children) {
			child_names->nodes.insert(child->name, child);
		}
	}
}

void Node::unindex_child_name(Node *p_child) {
	if (child_names) {
		child_names->nodes.erase(p_child->name);
		free_number(p_child->name);
	}
}

void Node::free_number(const StringName &p_name) {
	if (child_names->taken_numbers.is_empty()) {
		return;
	}
	const NumberedName numbered{ String(p_name) };
	ChildNames::TakenNumbers *taken = child_names->taken_numbers.getptr(numbered.stem);
	if (!taken || numbered.number < taken->first || numbered.number >= taken->end) {
		return;
	}
	taken->end = numbered.number;
	if (taken->first == taken->end) {
		child_names->taken_numbers.erase(numbered.stem);
	}
}

Node::OwnerTables &Node::get_owner_tables() {
	if (!owner_tables) {
		owner_tables = memnew(OwnerTables);
	}
	return *owner_tables;
}

void Node::set_owner(Node *p_owner) {
	if (owner) {
		unlink_owner();
	}
	if (!p_owner) {
		return;
	}
	ERR_FAIL_COND_MSG(!p_owner->is_ancestor_of(this), vformat("The owner of node '%s' must be one of its ancestors, and '%s' is not.", name, p_owner->name));
	link_owner(p_owner);
}

void Node::link_owner(Node *p_owner) {
	owner = p_owner;
	owner->get_owner_tables().owned.insert(this);
	if (unique_name_in_owner) {
		register_unique_name();
	}
}

void Node::unlink_owner() {
	if (unique_name_in_owner) {
		unregister_unique_name();
	}
	owner->get_owner_tables().owned.erase(this);
	owner = nullptr;
}

// Called on a subtree that has just left its parent: owners that stayed behind are owners no more.
void Node::drop_foreign_owners() {
	if (!owner && children.is_empty()) {
		return; // The usual case of a node that programs put in and take out.
	}
	LocalVector<OwnedPair> owners;
	collect_owners(this, owners);
	for (const OwnedPair &pair : owners) {
		if (pair.owner != this && !is_ancestor_of(pair.owner)) {
			pair.node->unlink_owner();
		}
	}
}

void Node::collect_owners(Node *p_from, LocalVector<OwnedPair> &r_owners) {
	NodeWalk walk;
	walk.run(p_from, [&r_owners](Node *p_node) {
		if (p_node->owner) {
			r_owners.push_back(OwnedPair{ p_node, p_node->owner });
		}
		return true;
	});
}

void Node::set_unique_name_in_owner(bool p_enabled) {
	if (unique_name_in_owner == p_enabled) {
		return;
	}
	if (unique_name_in_owner && owner) {
		unregister_unique_name();
	}
	unique_name_in_owner = p_enabled;
	if (p_enabled && owner) {
		register_unique_name();
	}
}

void Node::register_unique_name() {
	HashMap<StringName, Node *> &names = owner->get_owner_tables().unique_names;
	Node *const *holder = names.getptr(name);
	if (holder && *holder != this) {
		WARN_PRINT(vformat("The unique name %%%s is already taken by '%s' in '%s'; '%s' is no longer unique. Rename one of them.", name, (*holder)->get_path(), owner->name, get_path()));
		unique_name_in_owner = false;
		return;
	}
	names.insert(name, this);
}

void Node::unregister_unique_name() {
	HashMap<StringName, Node *> &names = owner->get_owner_tables().unique_names;
	Node *const *holder = names.getptr(name);
	if (holder && *holder == this) {
		names.erase(name);
	}
}

void Node::set_editable_instance(Node *p_node, bool p_editable) {
	ERR_FAIL_NULL_MSG(p_node, "set_editable_instance: the node given is null.");
	ERR_FAIL_COND_MSG(!is_ancestor_of(p_node), vformat("set_editable_instance: '%s' is not inside '%s'.", p_node->name, name));
	p_node->editable_instance = p_editable;
}

bool Node::is_editable_instance(const Node *p_node) const {
	ERR_FAIL_NULL_V_MSG(p_node, false, "is_editable_instance: the node given is null.");
	return p_node->editable_instance && is_ancestor_of(p_node);
}
