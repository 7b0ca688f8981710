// The resource around a SceneState.
#include "core/scene/resources/packed_scene.h"

#include "core/object/class_db.h"
#include "core/scene/main/node.h"
#include "core/scene/resources/bundled_scene.h"
#include "core/scene/resources/scene_instantiator.h"
#include "core/scene/resources/scene_packer.h"

PackedScene::PackedScene() {
	state.instantiate();
}

Ref<PackedScene> PackedScene::make_missing(const String &p_path) {
	Ref<PackedScene> scene;
	scene.instantiate();
	SceneState::NodeEntry root;
	root.name = p_path.get_file().get_basename().validate_node_name();
	root.type = SNAME("Node");
	scene->state->add_node(root);
	scene->set_path_cache(p_path);
	scene->is_missing = true;
	return scene;
}

static const char MISSING_MARK[] = "_missing_scene"; // A value that is neither listed nor saved.

bool PackedScene::stands_for_missing(const Node *p_node) {
	const Variant *mark = p_node->get_known_value(MISSING_MARK);
	return mark && String(*mark) == p_node->get_scene_file_path();
}

Error PackedScene::pack(Node *p_root) {
	ERR_FAIL_NULL_V_MSG(p_root, ERR_INVALID_PARAMETER, "pack: the node given is null.");
	Ref<SceneState> packed;
	packed.instantiate();
	const Error error = ScenePacker(p_root, packed.ptr()).pack();
	if (error == OK) {
		packed->set_path(get_path());
		state = packed;
	}
	return error;
}

Node *PackedScene::instantiate(GenEditState) const {
	if (!can_instantiate()) {
		ERR_PRINT(vformat("The scene \"%s\" has no nodes and cannot be instantiated.", get_path()));
		return nullptr;
	}
	Node *root = SceneInstantiator(state.ptr()).instantiate();
	if (root && !is_built_in()) {
		root->set_scene_file_path(get_path());
		if (is_missing) {
			root->set_known_value(MISSING_MARK, get_path());
		}
	}
	if (root) {
		root->notification(Node::NOTIFICATION_SCENE_INSTANTIATED);
	}
	return root;
}

void PackedScene::set_path(const String &p_path, bool p_take_over) {
	Resource::set_path(p_path, p_take_over);
	state->set_path(p_path);
}

void PackedScene::_set_bundled_scene(const Dictionary &p_bundle) {
	Ref<SceneState> read;
	read.instantiate();
	read->set_path(get_path());
	ERR_FAIL_COND_MSG(!read_bundled_scene(p_bundle, read.ptr()), "The tables of the scene contradict each other.");
	state = read;
}

Dictionary PackedScene::_get_bundled_scene() const {
	return write_bundled_scene(state.ptr());
}

void PackedScene::_bind_methods() {
	ClassDB::bind_method(D_METHOD("_set_bundled_scene", "scene"), &PackedScene::_set_bundled_scene);
	ClassDB::bind_method(D_METHOD("_get_bundled_scene"), &PackedScene::_get_bundled_scene);
	ADD_PROPERTY(PropertyInfo(Variant::DICTIONARY, "_bundled", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_INTERNAL), "_set_bundled_scene", "_get_bundled_scene");
	ClassDB::bind_method(D_METHOD("pack", "path"), &PackedScene::pack);
	ClassDB::bind_method(D_METHOD("instantiate", "edit_state"), &PackedScene::instantiate, DEFVAL(GEN_EDIT_STATE_DISABLED));
	ClassDB::bind_method(D_METHOD("can_instantiate"), &PackedScene::can_instantiate);
	ClassDB::bind_method(D_METHOD("get_state"), &PackedScene::get_state);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_DISABLED);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_INSTANCE);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_MAIN);
	BIND_ENUM_CONSTANT(GEN_EDIT_STATE_MAIN_INHERITED);
}
