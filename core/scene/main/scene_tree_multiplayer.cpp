// The MultiplayerAPIs of a tree: its own, and those of subtrees.
#include "core/object/class_db.h"
#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"

Ref<MultiplayerAPI> SceneTree::get_multiplayer(const NodePath &p_for_path) const {
	if (!p_for_path.is_absolute() || custom_multiplayers.is_empty()) {
		return multiplayer;
	}
	const Vector<StringName> names = p_for_path.get_names();
	for (int64_t length = names.size(); length > 0; length--) {
		const Ref<MultiplayerAPI> *found = custom_multiplayers.getptr(NodePath(names.slice(0, length), true));
		if (found) {
			return *found;
		}
	}
	return multiplayer;
}

Ref<MultiplayerAPI> SceneTree::get_multiplayer_for(const Node *p_node) const {
	return custom_multiplayers.is_empty() ? multiplayer : get_multiplayer(p_node->get_path());
}

// An API learns the topmost of its nodes as a configuration without an object.
void SceneTree::set_multiplayer(const Ref<MultiplayerAPI> &p_api, const NodePath &p_root_path) {
	if (p_root_path.is_empty()) {
		ERR_FAIL_COND_MSG(p_api.is_null(), "set_multiplayer(): only a subtree can be without an API of its own; give the path of its root.");
		const Ref<MultiplayerAPI> old = multiplayer;
		if (old.is_valid()) {
			old->object_configuration_remove(nullptr, NodePath("/root"));
		}
		multiplayer = p_api;
		p_api->object_configuration_add(nullptr, NodePath("/root"));
		return;
	}
	ERR_FAIL_COND_MSG(!p_root_path.is_absolute(), vformat("set_multiplayer(): \"%s\" is no absolute path of a node.", String(p_root_path)));
	Ref<MultiplayerAPI> old;
	if (const Ref<MultiplayerAPI> *found = custom_multiplayers.getptr(p_root_path)) {
		old = *found;
		custom_multiplayers.erase(p_root_path);
		old->object_configuration_remove(nullptr, p_root_path);
	}
	if (p_api.is_valid()) {
		custom_multiplayers.insert(p_root_path, p_api);
		p_api->object_configuration_add(nullptr, p_root_path);
	}
}

void SceneTree::poll_multiplayer() {
	if (!multiplayer_poll) {
		return;
	}
	const Ref<MultiplayerAPI> own = multiplayer; // Handlers may replace any of them.
	own->poll();
	if (custom_multiplayers.is_empty()) {
		return;
	}
	LocalVector<Ref<MultiplayerAPI>> others;
	for (const KeyValue<NodePath, Ref<MultiplayerAPI>> &entry : custom_multiplayers) {
		others.push_back(entry.value);
	}
	for (const Ref<MultiplayerAPI> &api : others) {
		api->poll();
	}
}

void SceneTree::bind_multiplayer() {
	ClassDB::bind_method(D_METHOD("set_multiplayer", "multiplayer", "root_path"), &SceneTree::set_multiplayer, DEFVAL(NodePath()));
	ClassDB::bind_method(D_METHOD("get_multiplayer", "for_path"), &SceneTree::get_multiplayer, DEFVAL(NodePath()));
	ClassDB::bind_method(D_METHOD("set_multiplayer_poll_enabled", "enabled"), &SceneTree::set_multiplayer_poll_enabled);
	ClassDB::bind_method(D_METHOD("is_multiplayer_poll_enabled"), &SceneTree::is_multiplayer_poll_enabled);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "multiplayer_poll"), "set_multiplayer_poll_enabled", "is_multiplayer_poll_enabled");
}
