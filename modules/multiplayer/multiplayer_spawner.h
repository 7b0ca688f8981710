// MultiplayerSpawner: makes the nodes that appear below its spawn path on the peer with authority appear on all others too.
#pragma once

#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/node.h"
#include "core/scene/resources/packed_scene.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

class SceneReplication;

// Where it has authority, it is a configuration of each node that it spawns at its MultiplayerAPI, from the node's entering the tree to its leaving it;
// everything that travels is SceneReplication's work.
class MultiplayerSpawner : public Node {
	GDCLASS(MultiplayerSpawner, Node);

public:
	static constexpr int MAX_SCENES = 255; // The wire names them by a byte, and needs one value of it.

	void add_spawnable_scene(const String &p_path);
	int get_spawnable_scene_count() const { return int(scenes.size()); }
	String get_spawnable_scene(int p_index) const;
	void clear_spawnable_scenes();
	void set_spawn_path(const NodePath &p_path);
	NodePath get_spawn_path() const { return spawn_path; }
	void set_spawn_limit(uint32_t p_limit) { spawn_limit = p_limit; } // Of spawn(); 0: none.
	uint32_t get_spawn_limit() const { return spawn_limit; }
	void set_spawn_function(const Callable &p_function) { spawn_function = p_function; }
	Callable get_spawn_function() const { return spawn_function; }
	// A node by spawn_function, added below the spawn path; null with an error.
	Node *spawn(const Variant &p_data = Variant());

	// --- For SceneReplication ---
	void set_replication(SceneReplication *p_replication) { replication = p_replication; }
	Node *get_spawn_node() const;
	// How other peers can make a node of ours: which scene, or SpawnPacket::CUSTOM_SCENE and what spawn() was given. False: it is not ours.
	bool get_recipe(ObjectID p_node, int &r_scene, Variant &r_data) const;
	// Made as another peer says, outside the tree; the caller's to free. Null, with the reason.
	Node *instantiate_scene(int p_index, String &r_error);
	Node *instantiate_custom(const Variant &p_data, String &r_error);

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	struct Scene {
		String path; // As it was given.
		String file; // Without uid://.
		Ref<PackedScene> loaded; // Once needed.
	};
	struct Spawned {
		int scene = 0;
		Variant data;
	};

	LocalVector<Scene> scenes;
	NodePath spawn_path;
	uint32_t spawn_limit = 0;
	Callable spawn_function;
	ObjectID spawn_node; // Whose children we follow.
	HashMap<ObjectID, Spawned> spawned;
	ObjectID arriving; // The node that spawn() is adding, and its data.
	Variant arriving_data;
	Ref<MultiplayerAPI> api; // While following.
	SceneReplication *replication = nullptr; // That works for this; it takes itself away when it ends.

	PackedStringArray get_scene_list() const;
	void set_scene_list(const PackedStringArray &p_paths);
	int find_scene(const String &p_file) const;
	void follow();
	void unfollow(bool p_forget);
	void track(Node *p_node, int p_scene, const Variant &p_data);
	void untrack(ObjectID p_id);
	void child_entered(Node *p_node);
	void node_ready(uint64_t p_id);
	void node_exiting(uint64_t p_id);
};
