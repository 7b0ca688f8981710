// What the node itself does: follow the children of its spawn path, and make nodes.
#include "modules/multiplayer/multiplayer_spawner.h"

#include "core/io/resource_loader.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/object_db.h"
#include "modules/multiplayer/replication_codec.h"
#include "modules/multiplayer/scene_replication.h"

// Nodes that are there already when the whole branch has entered belong to the scene: the other peers have them too.
void MultiplayerSpawner::_notification(int p_what) {
	if (p_what == NOTIFICATION_POST_ENTER_TREE) {
		follow();
	} else if (p_what == NOTIFICATION_EXIT_TREE) {
		unfollow(true);
	}
}

void MultiplayerSpawner::follow() {
	api = get_multiplayer();
	Node *node = get_spawn_node();
	const ObjectID id = node ? node->get_instance_id() : ObjectID();
	if (id == spawn_node) {
		return;
	}
	unfollow(false);
	spawn_node = id;
	if (node) {
		node->connect(SNAME("child_entered_tree"), callable_mp(this, &MultiplayerSpawner::child_entered));
	}
}

void MultiplayerSpawner::unfollow(bool p_forget) {
	if (Node *node = ObjectDB::get_instance<Node>(spawn_node)) {
		node->disconnect(SNAME("child_entered_tree"), callable_mp(this, &MultiplayerSpawner::child_entered));
	}
	spawn_node = ObjectID();
	while (p_forget && !spawned.is_empty()) {
		untrack(spawned.begin()->key);
	}
}

Node *MultiplayerSpawner::get_spawn_node() const {
	return spawn_path.is_empty() || !is_inside_tree() ? nullptr : get_node_or_null(spawn_path);
}

void MultiplayerSpawner::set_spawn_path(const NodePath &p_path) {
	spawn_path = p_path;
	if (is_inside_tree() && api.is_valid()) {
		follow();
	}
}

void MultiplayerSpawner::child_entered(Node *p_node) {
	if (!is_inside_tree() || !get_multiplayer()->has_multiplayer_peer() || !is_multiplayer_authority() || spawned.has(p_node->get_instance_id())) {
		return;
	}
	if (p_node->get_instance_id() == arriving) {
		track(p_node, SpawnPacket::CUSTOM_SCENE, arriving_data);
		return;
	}
	const int scene = find_scene(p_node->get_scene_file_path());
	if (scene >= 0) {
		track(p_node, scene, Variant());
	}
}

void MultiplayerSpawner::track(Node *p_node, int p_scene, const Variant &p_data) {
	const String name = p_node->get_name();
	ERR_FAIL_COND_MSG(name != name.validate_node_name(), vformat("\"%s\" is not spawned on other peers: its name was made up by the engine, and they would give it another. Add it with add_child(node, true), or name it.", name));
	const ObjectID id = p_node->get_instance_id();
	Spawned &entry = spawned[id];
	entry.scene = p_scene;
	entry.data = p_data;
	p_node->connect(SNAME("tree_exiting"), callable_mp(this, &MultiplayerSpawner::node_exiting).bind(uint64_t(id)), CONNECT_ONE_SHOT);
	if (!p_node->is_node_ready()) {
		p_node->connect(SNAME("ready"), callable_mp(this, &MultiplayerSpawner::node_ready).bind(uint64_t(id)), CONNECT_ONE_SHOT);
	}
	if (const Ref<MultiplayerAPI> keeper = api; keeper.is_valid()) {
		keeper->object_configuration_add(p_node, this);
	}
}

void MultiplayerSpawner::untrack(ObjectID p_id) {
	if (!spawned.erase(p_id)) {
		return;
	}
	Node *node = ObjectDB::get_instance<Node>(p_id);
	if (node) {
		const Callable exiting = callable_mp(this, &MultiplayerSpawner::node_exiting).bind(uint64_t(p_id));
		if (node->is_connected(SNAME("tree_exiting"), exiting)) {
			node->disconnect(SNAME("tree_exiting"), exiting);
		}
		const Callable ready = callable_mp(this, &MultiplayerSpawner::node_ready).bind(uint64_t(p_id));
		if (node->is_connected(SNAME("ready"), ready)) {
			node->disconnect(SNAME("ready"), ready);
		}
	}
	if (const Ref<MultiplayerAPI> keeper = api; node && keeper.is_valid()) {
		keeper->object_configuration_remove(node, this);
	}
}

void MultiplayerSpawner::node_ready(uint64_t p_id) {
	if (replication) {
		replication->on_node_ready(ObjectID(p_id));
	}
}

void MultiplayerSpawner::node_exiting(uint64_t p_id) {
	untrack(ObjectID(p_id));
}

Node *MultiplayerSpawner::spawn(const Variant &p_data) {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), nullptr, "spawn(): the spawner is not in the tree.");
	ERR_FAIL_COND_V_MSG(!get_multiplayer()->has_multiplayer_peer(), nullptr, "spawn(): there is no multiplayer peer.");
	ERR_FAIL_COND_V_MSG(!is_multiplayer_authority(), nullptr, vformat("spawn(): peer %d has authority over this spawner, and only it may spawn.", get_multiplayer_authority()));
	ERR_FAIL_COND_V_MSG(spawn_limit > 0 && spawned.size() >= spawn_limit, nullptr, vformat("spawn(): there are %d nodes, as many as spawn_limit allows.", int64_t(spawn_limit)));
	Node *parent = get_spawn_node();
	ERR_FAIL_NULL_V_MSG(parent, nullptr, vformat("spawn(): spawn_path \"%s\" leads to no node.", String(spawn_path)));
	String error;
	Node *node = instantiate_custom(p_data, error);
	ERR_FAIL_NULL_V_MSG(node, nullptr, "spawn(): " + error + ".");
	parent = get_spawn_node(); // The function may have moved it.
	if (parent == nullptr) {
		memdelete(node);
		return nullptr;
	}
	follow();
	const ObjectID id = node->get_instance_id();
	arriving = id;
	arriving_data = p_data;
	parent->add_child(node, true);
	arriving = ObjectID();
	arriving_data = Variant();
	node = ObjectDB::get_instance<Node>(id);
	if (node && node->get_parent() == nullptr && !node->is_node_ready()) {
		memdelete(node); // The parent did not take it, and has said why.
		return nullptr;
	}
	return node;
}

Node *MultiplayerSpawner::instantiate_scene(int p_index, String &r_error) {
	if (p_index < 0 || p_index >= int(scenes.size())) {
		r_error = vformat("the spawner has %d scenes here, and the other side means number %d; both need the same list, in the same order", int(scenes.size()), p_index);
		return nullptr;
	}
	const ObjectID self = get_instance_id();
	Ref<PackedScene> scene = scenes[uint32_t(p_index)].loaded;
	if (scene.is_null()) {
		const String path = scenes[uint32_t(p_index)].path;
		scene = ResourceLoader::load(path);
		if (scene.is_null()) {
			r_error = vformat("the scene \"%s\" cannot be loaded", path);
			return nullptr;
		}
		if (ObjectDB::get_instance(self) && p_index < int(scenes.size())) { // Loading runs scripts.
			scenes[uint32_t(p_index)].loaded = scene;
		}
	}
	Node *node = scene->instantiate();
	if (node == nullptr) {
		r_error = vformat("the scene \"%s\" cannot be instantiated", scene->get_path());
	}
	return node;
}

Node *MultiplayerSpawner::instantiate_custom(const Variant &p_data, String &r_error) {
	if (!spawn_function.is_valid()) {
		r_error = "spawn_function is not set, or its object is gone; it takes the data of spawn() and returns a node, and every peer needs it";
		return nullptr;
	}
	const Callable function = spawn_function;
	const Variant result = function.call(p_data);
	Node *node = Object::cast_to<Node>(result.get_validated_object());
	if (node == nullptr) {
		r_error = "spawn_function returned no node";
	} else if (node->get_parent() || node->is_inside_tree()) {
		r_error = vformat("spawn_function returned \"%s\", which is in a tree already; it must return a new node and not add it", String(node->get_name()));
		return nullptr;
	}
	return node;
}

bool MultiplayerSpawner::get_recipe(ObjectID p_node, int &r_scene, Variant &r_data) const {
	const Spawned *entry = spawned.getptr(p_node);
	if (entry) {
		r_scene = entry->scene;
		r_data = entry->data;
	}
	return entry != nullptr;
}

int MultiplayerSpawner::find_scene(const String &p_file) const {
	for (uint32_t i = 0; !p_file.is_empty() && i < scenes.size(); i++) {
		if (scenes[i].file == p_file) {
			return int(i);
		}
	}
	return -1;
}

void MultiplayerSpawner::add_spawnable_scene(const String &p_path) {
	ERR_FAIL_COND_MSG(p_path.is_empty(), "add_spawnable_scene(): the path is empty.");
	ERR_FAIL_COND_MSG(get_spawnable_scene_count() >= MAX_SCENES, vformat("add_spawnable_scene(): a spawner has %d scenes at most; use spawn_function for more.", MAX_SCENES));
	Scene scene;
	scene.path = p_path;
	scene.file = ResourceLoader::to_cache_path(p_path);
	scenes.push_back(scene);
}

String MultiplayerSpawner::get_spawnable_scene(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_spawnable_scene_count(), String());
	return scenes[uint32_t(p_index)].path;
}

void MultiplayerSpawner::clear_spawnable_scenes() {
	scenes.clear();
}

PackedStringArray MultiplayerSpawner::get_scene_list() const {
	PackedStringArray paths;
	for (const Scene &scene : scenes) {
		paths.push_back(scene.path);
	}
	return paths;
}

void MultiplayerSpawner::set_scene_list(const PackedStringArray &p_paths) {
	clear_spawnable_scenes();
	for (const String &path : p_paths) {
		add_spawnable_scene(path);
	}
}

void MultiplayerSpawner::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_spawnable_scene", "path"), &MultiplayerSpawner::add_spawnable_scene);
	ClassDB::bind_method(D_METHOD("get_spawnable_scene_count"), &MultiplayerSpawner::get_spawnable_scene_count);
	ClassDB::bind_method(D_METHOD("get_spawnable_scene", "index"), &MultiplayerSpawner::get_spawnable_scene);
	ClassDB::bind_method(D_METHOD("clear_spawnable_scenes"), &MultiplayerSpawner::clear_spawnable_scenes);
	ClassDB::bind_method(D_METHOD("_get_spawnable_scenes"), &MultiplayerSpawner::get_scene_list);
	ClassDB::bind_method(D_METHOD("_set_spawnable_scenes", "scenes"), &MultiplayerSpawner::set_scene_list);
	ClassDB::bind_method(D_METHOD("spawn", "data"), &MultiplayerSpawner::spawn, DEFVAL(Variant()));
	ClassDB::bind_method(D_METHOD("get_spawn_path"), &MultiplayerSpawner::get_spawn_path);
	ClassDB::bind_method(D_METHOD("set_spawn_path", "path"), &MultiplayerSpawner::set_spawn_path);
	ClassDB::bind_method(D_METHOD("get_spawn_limit"), &MultiplayerSpawner::get_spawn_limit);
	ClassDB::bind_method(D_METHOD("set_spawn_limit", "limit"), &MultiplayerSpawner::set_spawn_limit);
	ClassDB::bind_method(D_METHOD("get_spawn_function"), &MultiplayerSpawner::get_spawn_function);
	ClassDB::bind_method(D_METHOD("set_spawn_function", "spawn_function"), &MultiplayerSpawner::set_spawn_function);

	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "_spawnable_scenes", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_spawnable_scenes", "_get_spawnable_scenes");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "spawn_path"), "set_spawn_path", "get_spawn_path");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "spawn_limit", PROPERTY_HINT_RANGE, "0,1024,1,or_greater"), "set_spawn_limit", "get_spawn_limit");
	ADD_PROPERTY(PropertyInfo(Variant::CALLABLE, "spawn_function", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_spawn_function", "get_spawn_function");

	ADD_SIGNAL(MethodInfo("despawned", PropertyInfo(Variant::OBJECT, "node", PROPERTY_HINT_RESOURCE_TYPE, "Node")));
	ADD_SIGNAL(MethodInfo("spawned", PropertyInfo(Variant::OBJECT, "node", PROPERTY_HINT_RESOURCE_TYPE, "Node")));
}
