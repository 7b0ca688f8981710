// Builds the node tree that a SceneState describes. What is missing or wrong is reported and left out; the rest is built.
#pragma once

#include "core/io/resource.h"
#include "core/scene/resources/scene_state.h"

// One use makes one tree.
class SceneInstantiator {
public:
	explicit SceneInstantiator(const SceneState *p_state) :
			state(p_state) {}
	// The caller owns the tree. Null, after an error, when there can be no root.
	Node *instantiate();

private:
	const SceneState *state;
	Node *root = nullptr;
	HashMap<Object *, Ref<Resource>> local_resources; // Copies of resources that are local to this scene instance.
	struct PendingNodes {
		Node *node;
		StringName property;
		Variant paths;
	};
	LocalVector<PendingNodes> pending; // Properties that name nodes wait until all nodes are there.

	Node *make_node(const SceneState::NodeEntry &p_entry);
	Node *make_typed_node(const SceneState::NodeEntry &p_entry);
	bool add_node(const SceneState::NodeEntry &p_entry);
	void apply(Node *p_node, const SceneState::NodeEntry &p_entry);
	Variant own_copy(const Variant &p_value);
	void resolve_pending();
	void connect_signals();
};
