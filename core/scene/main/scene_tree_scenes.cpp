// The current scene and changing it.
#include "core/scene/main/scene_tree.h"

#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/scene/main/node.h"
#include "core/scene/main/window.h"
#include "core/scene/resources/packed_scene.h"

void SceneTree::set_current_scene(Node *p_scene) {
	ERR_FAIL_COND_MSG(p_scene && p_scene->get_parent() != root, "current_scene must be a child of the root; add it there first.");
	current_scene = p_scene;
}

Error SceneTree::change_scene_to_file(const String &p_path) {
	const Ref<PackedScene> scene = ResourceLoader::load(p_path, "PackedScene");
	ERR_FAIL_COND_V_MSG(scene.is_null(), ERR_CANT_OPEN, vformat("change_scene_to_file: \"%s\" cannot be loaded as a scene; the current scene stays.", p_path));
	return change_scene_to_packed(scene);
}

Error SceneTree::change_scene_to_packed(const Ref<PackedScene> &p_scene) {
	ERR_FAIL_COND_V_MSG(p_scene.is_null(), ERR_INVALID_PARAMETER, "change_scene_to_packed: the scene is null. Use unload_current_scene() to have none.");
	Node *scene = p_scene->instantiate();
	ERR_FAIL_NULL_V_MSG(scene, ERR_CANT_CREATE, vformat("change_scene_to_packed: \"%s\" cannot be instantiated; the current scene stays.", p_scene->get_path()));
	return change_scene_to_node(scene);
}

Error SceneTree::change_scene_to_node(Node *p_node) {
	ERR_FAIL_NULL_V_MSG(p_node, ERR_INVALID_PARAMETER, "change_scene_to_node: the node is null. Use unload_current_scene() to have none.");
	ERR_FAIL_COND_V_MSG(p_node->is_inside_tree(), ERR_UNCONFIGURED, "change_scene_to_node: the node is already inside the tree.");
	if (pending_scene) {
		queue_delete(pending_scene);
	}
	pending_scene = p_node;
	if (current_scene) {
		previous_scene = current_scene->get_instance_id();
		// While the root is telling its children something the old scene has to stay until the frame ends.
		if (root->blocked == 0) {
			root->remove_child(current_scene);
		}
	}
	return OK;
}

void SceneTree::flush_scene_change() {
	if (!pending_scene) {
		return;
	}
	if (Node *previous = ObjectDB::get_instance<Node>(previous_scene)) {
		memdelete(previous);
	}
	previous_scene = ObjectID();
	current_scene = pending_scene;
	pending_scene = nullptr;
	root->add_child(current_scene);
	emit_signal(SNAME("scene_changed"));
}

Error SceneTree::reload_current_scene() {
	ERR_FAIL_NULL_V_MSG(current_scene, ERR_UNCONFIGURED, "reload_current_scene: there is no current scene.");
	return change_scene_to_file(current_scene->get_scene_file_path());
}

void SceneTree::unload_current_scene() {
	if (current_scene) {
		memdelete(current_scene);
		current_scene = nullptr;
	}
}

Node *SceneTree::instantiate_scene(const String &p_path) {
	const Ref<PackedScene> scene = ResourceLoader::load(p_path);
	return scene.is_valid() && scene->can_instantiate() ? scene->instantiate() : nullptr;
}

void SceneTree::bind_scenes() {
	ClassDB::bind_method(D_METHOD("set_current_scene", "child_node"), &SceneTree::set_current_scene);
	ClassDB::bind_method(D_METHOD("get_current_scene"), &SceneTree::get_current_scene);
	ClassDB::bind_method(D_METHOD("change_scene_to_file", "path"), &SceneTree::change_scene_to_file);
	ClassDB::bind_method(D_METHOD("change_scene_to_packed", "packed_scene"), &SceneTree::change_scene_to_packed);
	ClassDB::bind_method(D_METHOD("change_scene_to_node", "node"), &SceneTree::change_scene_to_node);
	ClassDB::bind_method(D_METHOD("reload_current_scene"), &SceneTree::reload_current_scene);
	ClassDB::bind_method(D_METHOD("unload_current_scene"), &SceneTree::unload_current_scene);
}
