// Groups: who is in them, in tree order, and calls to all members.
#include "core/scene/main/scene_tree.h"

#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/scene/main/node.h"
#include "core/templates/sort_array.h"

namespace {

struct TreeOrder {
	bool operator()(const Node *p_a, const Node *p_b) const { return p_b->is_greater_than(p_a); }
};

} // namespace

void SceneTree::join_group(const StringName &p_group, Node *p_node) {
	Group &group = group_members[p_group];
	group.nodes.insert(p_node);
	group.sorted = false;
}

void SceneTree::leave_group(const StringName &p_group, Node *p_node) {
	Group *group = group_members.getptr(p_group);
	if (!group) {
		return;
	}
	group->nodes.erase(p_node);
	if (group->nodes.is_empty()) {
		group_members.erase(p_group);
	}
}

void SceneTree::sort_group(Group &r_group) {
	if (!r_group.sorted) {
		LocalVector<Node *> members;
		members.reserve(r_group.nodes.size());
		for (Node *node : r_group.nodes) {
			members.push_back(node);
		}
		SortArray<Node *, TreeOrder> sorter;
		sorter.sort(members.ptr(), members.size());
		r_group.nodes.clear();
		for (Node *node : members) {
			r_group.nodes.insert(node);
		}
		r_group.sorted = true;
	}
}

bool SceneTree::has_group(const StringName &p_group) const {
	return group_members.has(p_group);
}

TypedArray<Node> SceneTree::get_nodes_in_group(const StringName &p_group) {
	TypedArray<Node> result;
	if (Group *group = group_members.getptr(p_group)) {
		sort_group(*group);
		for (Node *node : group->nodes) {
			result.push_back(node);
		}
	}
	return result;
}

Node *SceneTree::get_first_node_in_group(const StringName &p_group) {
	Group *group = group_members.getptr(p_group);
	if (!group) {
		return nullptr;
	}
	sort_group(*group);
	return *group->nodes.begin();
}

int SceneTree::get_node_count_in_group(const StringName &p_group) const {
	const Group *group = group_members.getptr(p_group);
	return group ? int(group->nodes.size()) : 0;
}

// By id, because a call to one member may free, remove or add others.
LocalVector<ObjectID> SceneTree::group_snapshot(const StringName &p_group, bool p_reverse) {
	LocalVector<ObjectID> members;
	if (Group *group = group_members.getptr(p_group)) {
		sort_group(*group);
		members.reserve(group->nodes.size());
		for (const Node *node : group->nodes) {
			members.push_back(node->get_instance_id());
		}
		for (uint32_t i = 0; p_reverse && i < members.size() / 2; i++) {
			SWAP(members[i], members[members.size() - 1 - i]);
		}
	}
	return members;
}

void SceneTree::call_group_flagsp(uint32_t p_flags, const StringName &p_group, const StringName &p_method, const Variant **p_args, int p_arg_count) {
	if ((p_flags & GROUP_CALL_UNIQUE) && (p_flags & GROUP_CALL_DEFERRED)) {
		for (const UniqueCall &waiting : unique_calls) {
			if (waiting.group == p_group && waiting.method == p_method) {
				return;
			}
		}
		UniqueCall call{ p_group, p_method, {} };
		for (int i = 0; i < p_arg_count; i++) {
			call.args.push_back(*p_args[i]);
		}
		unique_calls.push_back(call);
		return;
	}
	for (const ObjectID &id : group_snapshot(p_group, p_flags & GROUP_CALL_REVERSE)) {
		Node *node = ObjectDB::get_instance<Node>(id);
		if (!node || node->get_tree_or_null() != this) {
			continue;
		}
		if (p_flags & GROUP_CALL_DEFERRED) {
			MessageQueue::get_singleton()->push_callp(id, p_method, p_args, p_arg_count);
		} else if (node->has_method(p_method)) {
			Callable::CallError error;
			node->callp(p_method, p_args, p_arg_count, error);
			if (error.error != Callable::CallError::CALL_OK) {
				ERR_PRINT(vformat("call_group(\"%s\"): %s", p_group, Variant::get_call_error_text(node, p_method, p_args, p_arg_count, error)));
			}
		}
	}
}

void SceneTree::flush_unique_calls() {
	LocalVector<UniqueCall> calls = std::move(unique_calls);
	unique_calls.clear();
	for (const UniqueCall &call : calls) {
		LocalVector<const Variant *> args;
		for (const Variant &arg : call.args) {
			args.push_back(&arg);
		}
		call_group_flagsp(GROUP_CALL_DEFAULT, call.group, call.method, args.ptr(), int(args.size()));
	}
}

void SceneTree::notify_group_flags(uint32_t p_flags, const StringName &p_group, int p_what) {
	for (const ObjectID &id : group_snapshot(p_group, p_flags & GROUP_CALL_REVERSE)) {
		Node *node = ObjectDB::get_instance<Node>(id);
		if (!node || node->get_tree_or_null() != this) {
			continue;
		}
		if (p_flags & GROUP_CALL_DEFERRED) {
			MessageQueue::get_singleton()->push_notification(id, p_what);
		} else {
			node->notification(p_what);
		}
	}
}

void SceneTree::set_group_flags(uint32_t p_flags, const StringName &p_group, const String &p_property, const Variant &p_value) {
	for (const ObjectID &id : group_snapshot(p_group, p_flags & GROUP_CALL_REVERSE)) {
		Node *node = ObjectDB::get_instance<Node>(id);
		if (!node || node->get_tree_or_null() != this) {
			continue;
		}
		if (p_flags & GROUP_CALL_DEFERRED) {
			MessageQueue::get_singleton()->push_set(id, p_property, p_value);
		} else {
			node->set(p_property, p_value);
		}
	}
}

void SceneTree::call_group_flags_bind(const Variant **p_args, int p_arg_count, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	call_group_flagsp(uint32_t(int64_t(*p_args[0])), *p_args[1], *p_args[2], p_args + 3, p_arg_count - 3);
}

void SceneTree::call_group_bind(const Variant **p_args, int p_arg_count, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	call_group_flagsp(GROUP_CALL_DEFAULT, *p_args[0], *p_args[1], p_args + 2, p_arg_count - 2);
}

void SceneTree::bind_groups() {
	{
		MethodInfo info("call_group_flags", PropertyInfo(Variant::INT, "flags"), PropertyInfo(Variant::STRING_NAME, "group"), PropertyInfo(Variant::STRING_NAME, "method"));
		ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "call_group_flags", &SceneTree::call_group_flags_bind, info);
	}
	ClassDB::bind_method(D_METHOD("notify_group_flags", "call_flags", "group", "notification"), &SceneTree::notify_group_flags);
	ClassDB::bind_method(D_METHOD("set_group_flags", "call_flags", "group", "property", "value"), &SceneTree::set_group_flags);
	{
		MethodInfo info("call_group", PropertyInfo(Variant::STRING_NAME, "group"), PropertyInfo(Variant::STRING_NAME, "method"));
		ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "call_group", &SceneTree::call_group_bind, info);
	}
	ClassDB::bind_method(D_METHOD("notify_group", "group", "notification"), &SceneTree::notify_group);
	ClassDB::bind_method(D_METHOD("set_group", "group", "property", "value"), &SceneTree::set_group);
	ClassDB::bind_method(D_METHOD("has_group", "name"), &SceneTree::has_group);
	ClassDB::bind_method(D_METHOD("get_nodes_in_group", "group"), &SceneTree::get_nodes_in_group);
	ClassDB::bind_method(D_METHOD("get_first_node_in_group", "group"), &SceneTree::get_first_node_in_group);
	ClassDB::bind_method(D_METHOD("get_node_count_in_group", "group"), &SceneTree::get_node_count_in_group);
}
