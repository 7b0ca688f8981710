// From tables to nodes.
#include "core/scene/resources/scene_instantiator.h"

#include "core/io/resource.h"
#include "core/object/class_db.h"
#include "core/object/missing_resource.h"
#include "core/object/script_language.h"
#include "core/scene/main/missing_node.h"
#include "core/scene/main/node.h"
#include "core/scene/resources/instance_placeholder.h"
#include "core/scene/resources/packed_scene.h"
#include "core/templates/hash_map.h"

Node *SceneInstantiator::instantiate() {
	const LocalVector<SceneState::NodeEntry> &nodes = state->get_nodes();
	for (uint32_t i = 1; i < nodes.size(); i++) {
		ERR_FAIL_COND_V_MSG(nodes[i].parent.is_empty(), nullptr, vformat("The scene \"%s\" has a second root, \"%s\". Give that node a parent=\".\" in its [node] line.", state->get_path(), nodes[i].name));
	}
	root = make_node(nodes[0]);
	if (!root) {
		return nullptr;
	}
	if (nodes[0].name != StringName()) {
		root->set_name(nodes[0].name);
	}
	apply(root, nodes[0]);
	for (uint32_t i = 1; i < nodes.size(); i++) {
		add_node(nodes[i]);
	}
	for (const NodePath &path : state->get_editable_instances()) {
		if (Node *node = root->get_node_or_null(path)) {
			root->set_editable_instance(node, true);
		}
	}
	resolve_pending();
	connect_signals();
	for (const KeyValue<Object *, Ref<Resource>> &copy : local_resources) {
		copy.value->setup_local_to_scene();
	}
	return root;
}

Node *SceneInstantiator::make_node(const SceneState::NodeEntry &p_entry) {
	if (p_entry.instance.is_valid()) {
		return p_entry.instance->instantiate();
	}
	if (!p_entry.placeholder.is_empty()) {
		InstancePlaceholder *placeholder = memnew(InstancePlaceholder);
		placeholder->set_instance_path(p_entry.placeholder);
		return placeholder;
	}
	return make_typed_node(p_entry);
}

Node *SceneInstantiator::make_typed_node(const SceneState::NodeEntry &p_entry) {
	if (ClassDB::is_parent_class(p_entry.type, SNAME("Node")) && ClassDB::can_instantiate(p_entry.type)) {
		return Object::cast_to<Node>(ClassDB::instantiate(p_entry.type));
	}
	if (ClassDB::class_exists(p_entry.type)) {
		WARN_PRINT(vformat("The scene \"%s\" has a node \"%s\" of type \"%s\", which is no class that nodes can be made of. A plain Node takes its place.", state->get_path(), p_entry.name, p_entry.type));
		return memnew(Node);
	}
	warn_of_missing_class(p_entry.type, state->get_path());
	MissingNode *missing = memnew(MissingNode);
	missing->set_original_class(p_entry.type);
	missing->set_recording_properties(true);
	missing->set_recording_signals(true);
	return missing;
}

bool SceneInstantiator::add_node(const SceneState::NodeEntry &p_entry) {
	Node *parent = root->get_node_or_null(p_entry.parent);
	if (p_entry.is_override()) {
		Node *node = parent ? parent->get_child_by_name(p_entry.name) : nullptr;
		if (!node) {
			WARN_PRINT(vformat("The scene \"%s\" changes the node \"%s/%s\", which the scene it is built on no longer has. The change is dropped.", state->get_path(), p_entry.parent, p_entry.name));
			return false;
		}
		apply(node, p_entry);
		return true;
	}
	Node *node = make_node(p_entry);
	if (!node) {
		return false;
	}
	StringName name = p_entry.name;
	if (!parent) {
		// Kept where it can be seen and moved back, under a name that tells where it was.
		WARN_PRINT(vformat("The scene \"%s\" has no node \"%s\" to be the parent of \"%s\". It goes below the root instead.", state->get_path(), p_entry.parent, p_entry.name));
		name = String(p_entry.parent).replace("/", "@") + "#" + String(p_entry.name);
		parent = root;
	}
	node->name = name; // As it is: the '#' above is not what set_name() would make.
	apply(node, p_entry);
	parent->add_child(node, true);
	node->set_owner(root);
	if (p_entry.index >= 0 && p_entry.index < parent->get_child_count() && node->get_index() != p_entry.index) {
		parent->move_child(node, p_entry.index);
	}
	return true;
}

void SceneInstantiator::apply(Node *p_node, const SceneState::NodeEntry &p_entry) {
	MissingNode *missing = Object::cast_to<MissingNode>(p_node);
	for (const SceneState::PropertyEntry &property : p_entry.properties) {
		const Ref<Script> script(property.name == SNAME("script") ? property.value : Variant());
		if (script.is_valid() && !script->is_valid()) {
			if (missing) {
				missing->record(property.name, property.value); // It extends what is missing.
			}
			continue; // Its errors were reported when it was compiled.
		}
		if (property.is_node_path) {
			pending.push_back(PendingNodes{ p_node, property.name, property.value });
		} else {
			p_node->set(property.name, own_copy(property.value));
		}
	}
	for (const StringName &group : p_entry.groups) {
		p_node->add_to_group(group, true);
	}
}

// Containers and resources that are local to the scene are not shared between its instances.
Variant SceneInstantiator::own_copy(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::ARRAY:
		case Variant::DICTIONARY:
			return p_value.duplicate(true);
		case Variant::OBJECT: {
			const Ref<Resource> resource(p_value);
			if (resource.is_valid() && resource->is_local_to_scene()) {
				return Resource::duplicate_for_local_scene(resource, root, local_resources);
			}
			return p_value;
		}
		default:
			return p_value;
	}
}

void SceneInstantiator::resolve_pending() {
	for (const PendingNodes &entry : pending) {
		Variant value;
		if (entry.paths.get_type() == Variant::ARRAY) {
			const Array paths = entry.paths;
			bool valid = false;
			// A typed property says itself of which type its array must be.
			const Variant current = entry.node->get(entry.property, &valid);
			Array found = valid && current.get_type() == Variant::ARRAY ? Array(current).duplicate() : Array();
			found.clear();
			for (int i = 0; i < paths.size(); i++) {
				found.push_back(entry.node->get_node_or_null(paths[i]));
			}
			value = found;
		} else {
			value = entry.node->get_node_or_null(entry.paths);
		}
		entry.node->set(entry.property, value);
	}
}

void SceneInstantiator::connect_signals() {
	for (const SceneState::ConnectionEntry &connection : state->get_connections()) {
		Node *from = root->get_node_or_null(connection.from);
		Node *to = root->get_node_or_null(connection.to);
		if (!from || !to) {
			continue; // A node that a scene below no longer has; it was reported when its own entry was dropped.
		}
		Callable callable(to, connection.method);
		if (!connection.binds.is_empty()) {
			callable = callable.bindv(connection.binds);
		}
		if (connection.unbinds > 0) {
			callable = callable.unbind(connection.unbinds);
		}
		const MissingNode *missing = Object::cast_to<MissingNode>(from);
		if (missing && missing->is_recording_signals() && !from->has_signal(connection.signal)) {
			from->add_user_signal(MethodInfo(connection.signal));
		}
		if (!from->has_signal(connection.signal)) {
			WARN_PRINT(vformat("The scene \"%s\" connects the signal \"%s\" of \"%s\", which has no such signal. The connection is dropped.", state->get_path(), connection.signal, connection.from));
			continue;
		}
		from->connect(connection.signal, callable, uint32_t(connection.flags) | Object::CONNECT_PERSIST | Object::CONNECT_INHERITED);
	}
}
