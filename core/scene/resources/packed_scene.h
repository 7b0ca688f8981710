// PackedScene: a scene as a resource. Makes node trees from its SceneState and its SceneState from a node tree.
#pragma once

#include "core/io/resource.h"
#include "core/scene/resources/scene_state.h"

class PackedScene : public Resource {
	GDCLASS(PackedScene, Resource);

public:
	enum GenEditState : int {
		GEN_EDIT_STATE_DISABLED,
		GEN_EDIT_STATE_INSTANCE,
		GEN_EDIT_STATE_MAIN,
		GEN_EDIT_STATE_MAIN_INHERITED,
	};

	PackedScene();
	// Stands for a scene that cannot be loaded: its instances are a plain Node that remembers the path.
	static Ref<PackedScene> make_missing(const String &p_path);
	// Whether p_node was made by one of those, and has not been given another scene since.
	static bool stands_for_missing(const Node *p_node);
	// Records p_root and every node below that it owns.
	Error pack(Node *p_root);
	// A new tree, owned by the caller; null (with an error) for an empty or broken scene. Edit states make no difference here.
	Node *instantiate(GenEditState p_edit_state = GEN_EDIT_STATE_DISABLED) const;
	bool can_instantiate() const { return state->get_node_count() > 0; }
	Ref<SceneState> get_state() const { return state; }
	void set_path(const String &p_path, bool p_take_over = false) override;

protected:
	static void _bind_methods();

private:
	void _set_bundled_scene(const Dictionary &p_bundle); // As files keep it; see bundled_scene.h.
	Dictionary _get_bundled_scene() const;

	Ref<SceneState> state;
	bool is_missing = false; // Of make_missing().
};

VARIANT_ENUM_CAST(PackedScene::GenEditState);
