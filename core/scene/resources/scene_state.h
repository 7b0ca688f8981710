// SceneState: what a scene file says, as tables: nodes, their properties and groups, connections. PackedScene builds trees from it.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/node_path.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/array.h"

class Node;
class PackedScene;

class SceneState : public RefCounted {
	GDCLASS(SceneState, RefCounted);

public:
	enum GenEditState : int {
		GEN_EDIT_STATE_DISABLED,
		GEN_EDIT_STATE_INSTANCE,
		GEN_EDIT_STATE_MAIN,
		GEN_EDIT_STATE_MAIN_INHERITED,
	};

	struct PropertyEntry {
		StringName name;
		Variant value;
		bool is_node_path = false; // The value is a path (or an array of paths) that stands for nodes.
	};

	// One `[node]`. A node without type, instance or placeholder changes one that an instanced or inherited scene brings along.
	struct NodeEntry {
		StringName name;
		StringName type;
		NodePath parent; // From the root of the scene; empty for the root itself.
		int64_t unique_id = 0; // By which editors know the node when it was renamed or moved; 0 is none.
		int index = -1; // Among its siblings, where the file says so.
		Ref<PackedScene> instance;
		String placeholder; // Path of a scene that is not loaded until asked for.
		LocalVector<StringName> groups;
		LocalVector<PropertyEntry> properties;

		bool is_override() const { return type == StringName() && instance.is_null() && placeholder.is_empty(); }
	};

	struct ConnectionEntry {
		NodePath from; // From the root of the scene.
		NodePath to;
		StringName signal;
		StringName method;
		int flags = 2; // Object::ConnectFlags.
		int unbinds = 0;
		Array binds;
	};

	// --- Building, by the loader and by pack() ---
	void clear();
	void set_path(const String &p_path) { path = p_path; }
	void set_base_scene(const Ref<PackedScene> &p_scene); // The root is an instance of it.
	NodeEntry &add_node(const NodeEntry &p_entry);
	void add_connection(const ConnectionEntry &p_entry) { connections.push_back(p_entry); }
	void add_editable_instance(const NodePath &p_path) { editable_instances.push_back(p_path); }
	const LocalVector<NodeEntry> &get_nodes() const { return nodes; }
	const LocalVector<ConnectionEntry> &get_connections() const { return connections; }
	const LocalVector<NodePath> &get_editable_instances() const { return editable_instances; }

	// --- What scripts ask ---
	String get_path() const { return path; }
	Ref<SceneState> get_base_scene_state() const;
	int get_node_count() const { return int(nodes.size()); }
	StringName get_node_type(int p_index) const;
	StringName get_node_name(int p_index) const;
	NodePath get_node_path(int p_index, bool p_for_parent = false) const;
	NodePath get_node_owner_path(int p_index) const;
	bool is_node_instance_placeholder(int p_index) const;
	String get_node_instance_placeholder(int p_index) const;
	Ref<PackedScene> get_node_instance(int p_index) const;
	Vector<String> get_node_groups(int p_index) const;
	int get_node_index(int p_index) const;
	int get_node_property_count(int p_index) const;
	StringName get_node_property_name(int p_index, int p_property) const;
	Variant get_node_property_value(int p_index, int p_property) const;
	int get_connection_count() const { return int(connections.size()); }
	NodePath get_connection_source(int p_index) const;
	StringName get_connection_signal(int p_index) const;
	NodePath get_connection_target(int p_index) const;
	StringName get_connection_method(int p_index) const;
	int get_connection_flags(int p_index) const;
	Array get_connection_binds(int p_index) const;
	int get_connection_unbinds(int p_index) const;

	// The value this scene, or a scene it is built on, gives the property of the node at p_node (a path from the root, "." for the
	// root). False when none does. Editable children are looked up in the instanced scene that brings them.
	bool find_property(const NodePath &p_node, const StringName &p_property, Variant &r_value) const;

protected:
	static void _bind_methods();

private:
	String path;
	LocalVector<NodeEntry> nodes;
	LocalVector<ConnectionEntry> connections;
	LocalVector<NodePath> editable_instances;

	const NodeEntry *node_at(int p_index) const;
	const ConnectionEntry *connection_at(int p_index) const;
	// "A/B" for the parent "A" and the name "B"; "B" below the root.
	static String joined(const NodePath &p_parent, const StringName &p_name);
};

VARIANT_ENUM_CAST(SceneState::GenEditState);
