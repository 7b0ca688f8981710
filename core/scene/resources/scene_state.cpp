// Reading the tables of a scene.
#include "core/scene/resources/scene_state.h"

#include "core/object/class_db.h"
#include "core/scene/resources/packed_scene.h"

void SceneState::clear() {
	nodes.clear();
	connections.clear();
	editable_instances.clear();
}

void SceneState::set_base_scene(const Ref<PackedScene> &p_scene) {
	ERR_FAIL_COND(nodes.is_empty());
	nodes[0].instance = p_scene;
	nodes[0].type = p_scene.is_valid() ? StringName() : SNAME("Node");
}

SceneState::NodeEntry &SceneState::add_node(const NodeEntry &p_entry) {
	nodes.push_back(p_entry);
	return nodes[nodes.size() - 1];
}

const SceneState::NodeEntry *SceneState::node_at(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(nodes.size()), nullptr);
	return &nodes[uint32_t(p_index)];
}

const SceneState::ConnectionEntry *SceneState::connection_at(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(connections.size()), nullptr);
	return &connections[uint32_t(p_index)];
}

String SceneState::joined(const NodePath &p_parent, const StringName &p_name) {
	const String parent = p_parent;
	return parent == "." ? String(p_name) : parent + "/" + String(p_name);
}

Ref<SceneState> SceneState::get_base_scene_state() const {
	return !nodes.is_empty() && nodes[0].instance.is_valid() ? nodes[0].instance->get_state() : Ref<SceneState>();
}

StringName SceneState::get_node_type(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? node->type : StringName();
}

StringName SceneState::get_node_name(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? node->name : StringName();
}

NodePath SceneState::get_node_path(int p_index, bool p_for_parent) const {
	const NodeEntry *node = node_at(p_index);
	if (!node) {
		return NodePath();
	}
	if (p_index == 0) {
		return p_for_parent ? NodePath() : NodePath(".");
	}
	const String parent = node->parent;
	const String from_root = parent == "." ? parent : "./" + parent;
	return p_for_parent ? NodePath(from_root) : NodePath(from_root + "/" + String(node->name));
}

NodePath SceneState::get_node_owner_path(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return !node || p_index == 0 || node->is_override() ? NodePath() : NodePath(".");
}

bool SceneState::is_node_instance_placeholder(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node && !node->placeholder.is_empty();
}

String SceneState::get_node_instance_placeholder(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? node->placeholder : String();
}

Ref<PackedScene> SceneState::get_node_instance(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? node->instance : Ref<PackedScene>();
}

Vector<String> SceneState::get_node_groups(int p_index) const {
	Vector<String> result;
	if (const NodeEntry *node = node_at(p_index)) {
		for (const StringName &group : node->groups) {
			result.push_back(group);
		}
	}
	return result;
}

int SceneState::get_node_index(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? node->index : -1;
}

int SceneState::get_node_property_count(int p_index) const {
	const NodeEntry *node = node_at(p_index);
	return node ? int(node->properties.size()) : 0;
}

StringName SceneState::get_node_property_name(int p_index, int p_property) const {
	const NodeEntry *node = node_at(p_index);
	ERR_FAIL_COND_V(!node, StringName());
	ERR_FAIL_INDEX_V(p_property, int(node->properties.size()), StringName());
	return node->properties[uint32_t(p_property)].name;
}

Variant SceneState::get_node_property_value(int p_index, int p_property) const {
	const NodeEntry *node = node_at(p_index);
	ERR_FAIL_COND_V(!node, Variant());
	ERR_FAIL_INDEX_V(p_property, int(node->properties.size()), Variant());
	return node->properties[uint32_t(p_property)].value;
}

// Paths of connections are told as those of nodes: from the root, with a dot in front.
static NodePath dotted(const NodePath &p_path) {
	const String path = p_path;
	return path == "." ? p_path : NodePath("./" + path);
}

NodePath SceneState::get_connection_source(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? dotted(connection->from) : NodePath();
}

StringName SceneState::get_connection_signal(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? connection->signal : StringName();
}

NodePath SceneState::get_connection_target(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? dotted(connection->to) : NodePath();
}

StringName SceneState::get_connection_method(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? connection->method : StringName();
}

int SceneState::get_connection_flags(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? connection->flags : 0;
}

Array SceneState::get_connection_binds(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? connection->binds : Array();
}

int SceneState::get_connection_unbinds(int p_index) const {
	const ConnectionEntry *connection = connection_at(p_index);
	return connection ? connection->unbinds : 0;
}

bool SceneState::find_property(const NodePath &p_node, const StringName &p_property, Variant &r_value) const {
	const String wanted = p_node;
	for (uint32_t i = 0; i < nodes.size(); i++) {
		const NodeEntry &node = nodes[i];
		const String own = i == 0 ? String(".") : joined(node.parent, node.name);
		if (own == wanted) {
			for (const PropertyEntry &property : node.properties) {
				if (property.name == p_property) {
					r_value = property.value;
					return true;
				}
			}
		}
		if (node.instance.is_valid()) {
			// The part of the path that lies inside the instanced scene.
			const bool inside = own == "." || wanted == own || wanted.begins_with(own + "/");
			const String inner = own == "." ? wanted : (wanted == own ? String(".") : wanted.substr(own.length() + 1));
			if (inside && node.instance->get_state()->find_property(NodePath(inner), p_property, r_value)) {
				return true;
			}
		}
	}
	return false;
}

void SceneState::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_path"), &SceneState::get_path);
	ClassDB::bind_method(D_METHOD("get_base_scene_state"), &SceneState::get_base_scene_state);
	ClassDB::bind_method(D_METHOD("get_node_count"), &SceneState::get_node_count);
	ClassDB::bind_method(D_METHOD("get_node_type", "idx"), &SceneState::get_node_type);
	ClassDB::bind_method(D_METHOD("get_node_name", "idx"), &SceneState::get_node_name);
	ClassDB::bind_method(D_METHOD("get_node_path", "idx", "for_parent"), &SceneState::get_node_path, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_node_owner_path", "idx"), &SceneState::get_node_owner_path);
	ClassDB::bind_method(D_METHOD("is_node_instance_placeholder", "idx"), &SceneState::is_node_instance_placeholder);
	ClassDB::bind_method(D_METHOD("get_node_instance_placeholder", "idx"), &SceneState::get_node_instance_placeholder);
	ClassDB::bind_method(D_METHOD("get_node_instance", "idx"), &SceneState::get_node_instance);
	ClassDB::bind_method(D_METHOD("get_node_groups", "idx"), &SceneState::get_node_groups);
	ClassDB::bind_method(D_METHOD("get_node_index", "idx"), &SceneState::get_node_index);
	ClassDB::bind_method(D_METHOD("get_node_property_count", "idx"), &SceneState::get_node_property_count);
	ClassDB::bind_method(D_METHOD("get_node_property_name", "idx", "prop_idx"), &SceneState::get_node_property_name);
	ClassDB::bind_method(D_METHOD("get_node_property_value", "idx", "prop_idx"), &SceneState::get_node_property_value);
	ClassDB::bind_method(D_METHOD("get_connection_count"), &SceneState::get_connection_count);
	ClassDB::bind_method(D_METHOD("get_connection_source", "idx"), &SceneState::get_connection_source);
	ClassDB::bind_method(D_METHOD("get_connection_signal", "idx"), &SceneState::get_connection_signal);
	ClassDB::bind_method(D_METHOD("get_connection_target", "idx"), &SceneState::get_connection_target);
	ClassDB::bind_method(D_METHOD("get_connection_method", "idx"), &SceneState::get_connection_method);
	ClassDB::bind_method(D_METHOD("get_connection_flags", "idx"), &SceneState::get_connection_flags);
	ClassDB::bind_method(D_METHOD("get_connection_binds", "idx"), &SceneState::get_connection_binds);
	ClassDB::bind_method(D_METHOD("get_connection_unbinds", "idx"), &SceneState::get_connection_unbinds);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_DISABLED);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_INSTANCE);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_MAIN);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_MAIN_INHERITED);
}
