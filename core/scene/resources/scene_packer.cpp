// From nodes to tables.
#include "core/scene/resources/scene_packer.h"

#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/object/script_language.h"
#include "core/scene/main/missing_node.h"
#include "core/scene/main/node.h"
#include "core/scene/resources/packed_scene.h"

Error ScenePacker::pack() {
	const Error error = visit(root);
	if (error == OK) {
		record_connections();
	}
	return error;
}

NodePath ScenePacker::path_of(const Node *p_node) const {
	return root->get_path_to(p_node);
}

Error ScenePacker::visit(Node *p_node) {
	const Node *owner = p_node->get_owner();
	const bool owned = p_node == root || owner == root;
	// Nodes of an instanced scene belong to its root; they are recorded only where that instance is editable.
	const bool in_instance = !owned && owner && root->is_ancestor_of(owner);
	if (!owned && !in_instance) {
		return OK;
	}
	if (owned || root->is_editable_instance(owner)) {
		const Error error = record(p_node, !owned);
		if (error != OK) {
			return error;
		}
	}
	visited.push_back(p_node);
	if (p_node != root && root->is_editable_instance(p_node)) {
		state->add_editable_instance(path_of(p_node));
	}
	for (int i = 0; i < p_node->get_child_count(); i++) {
		const Error error = visit(p_node->get_child(i));
		if (error != OK) {
			return error;
		}
	}
	return OK;
}

Error ScenePacker::record(Node *p_node, bool p_override) {
	SceneState::NodeEntry entry;
	entry.name = p_node->get_name();
	if (p_node != root) {
		entry.parent = path_of(p_node->get_parent());
	}
	const String scene_path = p_node->get_scene_file_path();
	if (p_override) {
		entry.index = p_node->get_index();
	} else if (!scene_path.is_empty() && p_node != root) {
		entry.instance = PackedScene::stands_for_missing(p_node) ? PackedScene::make_missing(scene_path) : Ref<PackedScene>(ResourceLoader::load(scene_path, "PackedScene"));
		ERR_FAIL_COND_V_MSG(entry.instance.is_null(), ERR_CANT_OPEN, vformat("pack: node '%s' is an instance of \"%s\", which cannot be loaded.", p_node->get_name(), scene_path));
	} else {
		const MissingNode *missing = Object::cast_to<MissingNode>(p_node);
		entry.type = missing && !missing->get_original_class().is_empty() ? missing->get_original_class() : p_node->get_class();
	}
	if (const NodeGroups *groups = p_node->get_group_table()) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			if (group.value) {
				entry.groups.push_back(group.key);
			}
		}
	}
	record_properties(p_node, entry);
	if (!p_override || !entry.properties.is_empty() || !entry.groups.is_empty()) {
		state->add_node(entry);
	}
	return OK;
}

void ScenePacker::record_properties(Node *p_node, SceneState::NodeEntry &r_entry) {
	LocalVector<PropertyInfo> properties;
	p_node->get_property_list(&properties);
	Variant script = p_node->get_script();
	const MissingNode *missing = Object::cast_to<MissingNode>(p_node);
	const Variant *kept_script = missing ? missing->get_recorded().getptr(SNAME("script")) : nullptr;
	if (kept_script && script.get_type() == Variant::NIL) {
		script = *kept_script;
	}
	Variant inherited_script;
	if (script.get_type() != Variant::NIL && !(inherited_value(p_node, SNAME("script"), inherited_script) && inherited_script == script)) {
		r_entry.properties.push_back(SceneState::PropertyEntry{ SNAME("script"), script, false });
	}
	for (const PropertyInfo &property : properties) {
		if (!(property.usage & PROPERTY_USAGE_STORAGE) || property.name == SNAME("script")) {
			continue;
		}
		Variant value = p_node->get(property.name);
		if (is_default(p_node, property, value)) {
			continue;
		}
		const bool is_path = replace_nodes_by_paths(p_node, value);
		r_entry.properties.push_back(SceneState::PropertyEntry{ property.name, value, is_path });
	}
}

bool ScenePacker::inherited_value(const Node *p_node, const StringName &p_property, Variant &r_value) const {
	// The innermost instance that the node is (part of) knows what its scene says.
	for (const Node *node = p_node; node && node != root; node = node->get_owner()) {
		if (!node->get_scene_file_path().is_empty()) {
			const Ref<PackedScene> scene(ResourceLoader::load(node->get_scene_file_path(), "PackedScene"));
			return scene.is_valid() && scene->get_state()->find_property(node->get_path_to(p_node), p_property, r_value);
		}
	}
	return false;
}

bool ScenePacker::is_default(Node *p_node, const PropertyInfo &p_property, const Variant &p_value) const {
	Variant expected;
	if (inherited_value(p_node, p_property.name, expected)) {
		return p_value == expected;
	}
	// What a variable starts with is the script's business: written down it would outlive a change of the script.
	const Ref<Script> script(p_node->get_script());
	if (script.is_valid() && script->get_stored_default(p_property.name, expected)) {
		return p_value == expected;
	}
	if (p_property.usage & PROPERTY_USAGE_SCRIPT_VARIABLE) {
		return false; // Made by code, anew for each instance.
	}
	bool known = false;
	expected = ClassDB::class_get_default_property_value(p_node->get_class_name(), p_property.name, &known);
	return known ? p_value == expected : p_value.get_type() == Variant::NIL;
}

bool ScenePacker::replace_nodes_by_paths(Node *p_node, Variant &r_value) {
	if (r_value.get_type() == Variant::OBJECT) {
		const Node *node = Object::cast_to<Node>(r_value.get_validated_object());
		if (node) {
			r_value = p_node->get_path_to(node);
		}
		return node != nullptr;
	}
	if (r_value.get_type() != Variant::ARRAY) {
		return false;
	}
	const Array values = r_value;
	Array paths;
	for (int i = 0; i < values.size(); i++) {
		const Node *node = Object::cast_to<Node>(values[i].get_validated_object());
		if (!node) {
			return false;
		}
		paths.push_back(p_node->get_path_to(node));
	}
	if (paths.is_empty()) {
		return false;
	}
	r_value = paths;
	return true;
}

void ScenePacker::record_connections() {
	for (Node *node : visited) {
		LocalVector<Object::Connection> connections;
		node->get_all_signal_connections(&connections);
		for (const Object::Connection &connection : connections) {
			// Connections with the INHERITED mark come from a scene that makes them itself.
			if (!(connection.flags & Object::CONNECT_PERSIST) || ((connection.flags & Object::CONNECT_INHERITED) && node != root && node->get_owner() != root)) {
				continue;
			}
			const Node *target = Object::cast_to<Node>(connection.callable.get_object());
			if (!target || (target != root && !root->is_ancestor_of(target))) {
				continue;
			}
			SceneState::ConnectionEntry entry;
			entry.from = path_of(node);
			entry.to = path_of(target);
			entry.signal = connection.signal.get_name();
			entry.method = connection.callable.get_method();
			entry.flags = int(connection.flags & ~uint32_t(Object::CONNECT_INHERITED));
			entry.unbinds = MAX(connection.callable.get_unbound_arguments_count(), 0);
			entry.binds = connection.callable.get_bound_arguments();
			state->add_connection(entry);
		}
	}
}
