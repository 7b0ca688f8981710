// Node.duplicate(): structure first, then values, so that references between copied nodes can be remapped.
#include "core/scene/main/node_duplicate.h"

#include "core/object/class_db.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/variant/array.h"

Node *NodeDuplicator::duplicate(const Node *p_root) {
	Node *copy = copy_subtree(p_root);
	if (!copy) {
		return nullptr;
	}
	for (const Node *original : order) {
		copy_properties(original, copies[original]);
	}
	for (const Node *original : order) {
		if (flags & Node::DUPLICATE_GROUPS) {
			copy_groups(original, copies[original]);
		}
		if (flags & Node::DUPLICATE_SIGNALS) {
			copy_connections(original, copies[original]);
		}
	}
	return copy;
}

Node *NodeDuplicator::instantiate_like(const Node *p_original) const {
	Object *object = ClassDB::instantiate(p_original->get_class());
	Node *copy = Object::cast_to<Node>(object);
	if (!copy) {
		memdelete_notnull(object);
		ERR_FAIL_V_MSG(nullptr, vformat("duplicate: a node of class '%s' cannot be made.", p_original->get_class()));
	}
	if (flags & Node::DUPLICATE_SCRIPTS) {
		copy->set_script(p_original->get_script());
	}
	return copy;
}

Node *NodeDuplicator::copy_subtree(const Node *p_original) {
	Node *copy = nullptr;
	if ((flags & Node::DUPLICATE_USE_INSTANTIATION) && !p_original->get_scene_file_path().is_empty()) {
		copy = copy_instanced_scene(p_original);
	}
	if (!copy) {
		copy = instantiate_like(p_original);
		if (!copy) {
			return nullptr;
		}
	}
	copy->set_scene_file_path(p_original->get_scene_file_path());
	copy->name = p_original->name;
	register_instanced(p_original, copy);
	for (int i = 0; i < p_original->get_child_count(); i++) {
		const Node *child = p_original->get_child(i);
		if (copies.has(child)) {
			continue; // Came with the instanced scene.
		}
		Node *child_copy = copy_subtree(child);
		if (child_copy) {
			copy->add_child(child_copy);
			copy->move_child(child_copy, i < copy->get_child_count() ? i : -1);
		}
	}
	return copy;
}

Node *NodeDuplicator::copy_instanced_scene(const Node *p_original) {
	return SceneTree::instantiate_scene(p_original->get_scene_file_path());
}

// Pairs the nodes that an instanced scene brought along with their originals, by path.
void NodeDuplicator::register_instanced(const Node *p_original, Node *p_copy) {
	copies.insert(p_original, p_copy);
	order.push_back(p_original);
	for (Node *child_copy : p_copy->get_all_children()) {
		const Node *child = p_original->get_child_by_name(child_copy->get_name());
		if (child && child_copy->get_internal_mode() == Node::INTERNAL_MODE_DISABLED) {
			register_instanced(child, child_copy);
		}
	}
}

void NodeDuplicator::copy_properties(const Node *p_original, Node *p_copy) {
	LocalVector<PropertyInfo> properties;
	p_original->get_property_list(&properties);
	const bool same_script = p_original->get_script() == p_copy->get_script();
	for (const PropertyInfo &property : properties) {
		if (!(property.usage & PROPERTY_USAGE_STORAGE) || property.name == SNAME("script")) {
			continue;
		}
		if (!same_script && (property.usage & PROPERTY_USAGE_SCRIPT_VARIABLE)) {
			continue;
		}
		p_copy->set(property.name, remap(p_original->get(property.name)));
	}
}

Variant NodeDuplicator::remap(const Variant &p_value) const {
	switch (p_value.get_type()) {
		case Variant::OBJECT: {
			const Node *node = Object::cast_to<Node>(p_value.get_validated_object());
			Node *const *copy = node ? copies.getptr(node) : nullptr;
			return copy ? Variant(*copy) : p_value;
		}
		case Variant::ARRAY:
		case Variant::DICTIONARY:
			return p_value.duplicate(true);
		default:
			return p_value;
	}
}

void NodeDuplicator::copy_groups(const Node *p_original, Node *p_copy) {
	if (const NodeGroups *groups = p_original->get_group_table()) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			p_copy->add_to_group(group.key, group.value);
		}
	}
}

void NodeDuplicator::copy_connections(const Node *p_original, Node *p_copy) {
	LocalVector<Object::Connection> connections;
	p_original->get_all_signal_connections(&connections);
	for (const Object::Connection &connection : connections) {
		if (!(connection.flags & Object::CONNECT_PERSIST) || connection.callable.is_custom()) {
			continue;
		}
		Object *target = connection.callable.get_object();
		if (Node *const *target_copy = copies.getptr(Object::cast_to<Node>(target))) {
			target = *target_copy;
		}
		const Callable callable(target, connection.callable.get_method());
		if (p_copy->has_signal(connection.signal.get_name()) && !p_copy->is_connected(connection.signal.get_name(), callable)) {
			p_copy->connect(connection.signal.get_name(), callable, connection.flags);
		}
	}
}

Node *Node::duplicate(int p_flags) const {
	return NodeDuplicator(p_flags).duplicate(this);
}
