// Fills a SceneState from a living node tree: PackedScene.pack().
#pragma once

#include "core/scene/resources/scene_state.h"

struct PropertyInfo;

// One use packs one tree. Recorded are the root, the nodes it owns, and what differs in the children of editable instances.
class ScenePacker {
public:
	ScenePacker(Node *p_root, SceneState *r_state) :
			root(p_root), state(r_state) {}
	Error pack();

private:
	Node *root;
	SceneState *state; // Not owned.
	LocalVector<Node *> visited; // Nodes whose connections are recorded.

	Error visit(Node *p_node);
	Error record(Node *p_node, bool p_override);
	void record_properties(Node *p_node, SceneState::NodeEntry &r_entry);
	bool is_default(Node *p_node, const PropertyInfo &p_property, const Variant &p_value) const;
	bool inherited_value(const Node *p_node, const StringName &p_property, Variant &r_value) const;
	static bool replace_nodes_by_paths(Node *p_node, Variant &r_value);
	void record_connections();
	NodePath path_of(const Node *p_node) const;
};
