// The groups of a node; the tree keeps the lists of members.
#include "core/scene/main/node_groups.h"
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/scene_tree.h"

void Node::add_to_group(const StringName &p_group, bool p_persistent) {
	ERR_FAIL_COND_MSG(p_group == StringName(), "add_to_group: a group needs a name.");
	if (is_in_group(p_group)) {
		return;
	}
	if (!groups) {
		groups = memnew(NodeGroups);
	}
	groups->persistent.insert(p_group, p_persistent);
	if (tree) {
		tree->join_group(p_group, this);
	}
}

void Node::remove_from_group(const StringName &p_group) {
	if (!is_in_group(p_group)) {
		return;
	}
	groups->persistent.erase(p_group);
	if (tree) {
		tree->leave_group(p_group, this);
	}
}

bool Node::is_in_group(const StringName &p_group) const {
	return groups && groups->persistent.has(p_group);
}

TypedArray<StringName> Node::get_groups() const {
	TypedArray<StringName> result;
	if (groups) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			result.push_back(group.key);
		}
	}
	return result;
}
