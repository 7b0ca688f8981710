// MultiplayerSynchronizer: sends properties of its root node from the peer that has authority over it to those that may see it.
#pragma once

#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/node.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "modules/multiplayer/scene_replication_config.h"

class SceneReplication;

// While it is in the tree it is a configuration of its root node at its MultiplayerAPI; everything that travels is SceneReplication's work.
class MultiplayerSynchronizer : public Node {
	GDCLASS(MultiplayerSynchronizer, Node);

public:
	enum VisibilityUpdateMode : int {
		VISIBILITY_PROCESS_IDLE,
		VISIBILITY_PROCESS_PHYSICS,
		VISIBILITY_PROCESS_NONE,
	};

	void set_root_path(const NodePath &p_path);
	NodePath get_root_path() const { return root_path; }
	void set_replication_interval(double p_seconds); // 0: every frame.
	double get_replication_interval() const { return replication_interval; }
	void set_delta_interval(double p_seconds);
	double get_delta_interval() const { return delta_interval; }
	void set_replication_config(const Ref<SceneReplicationConfig> &p_config) { replication_config = p_config; }
	Ref<SceneReplicationConfig> get_replication_config() { return replication_config; }

	void set_visibility_update_mode(VisibilityUpdateMode p_mode);
	VisibilityUpdateMode get_visibility_update_mode() const { return visibility_update_mode; }
	void set_visibility_public(bool p_visible);
	bool is_visibility_public() const { return visibility_public; }
	void set_visibility_for(int p_peer, bool p_visible); // 0: for everybody.
	bool get_visibility_for(int p_peer) const;
	// 0: none. Peers that are interested in the group (SceneMultiplayer.set_peer_interests()) may see this, too.
	void set_interest_group(int64_t p_group);
	int64_t get_interest_group() const { return interest_group; }
	// A filter takes the id of a peer, or 0 for everybody, and answers whether it may see this. All must agree.
	void add_visibility_filter(const Callable &p_filter);
	void remove_visibility_filter(const Callable &p_filter);
	void update_visibility(int p_for_peer = 0);

	// --- For SceneReplication ---
	void set_replication(SceneReplication *p_replication) { replication = p_replication; }
	const Ref<SceneReplicationConfig> &get_config() const { return replication_config; }
	bool has_visibility_filters() const { return !visibility_filters.is_empty(); }
	// Filters run: look again afterwards whether this still lives.
	bool is_visible_to(int p_peer) const;

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	NodePath root_path = NodePath(".."); // The parent.
	Ref<SceneReplicationConfig> replication_config;
	double replication_interval = 0.0; // Seconds.
	double delta_interval = 0.0;
	VisibilityUpdateMode visibility_update_mode = VISIBILITY_PROCESS_IDLE;
	bool visibility_public = true;
	int64_t interest_group = 0;
	LocalVector<Callable> visibility_filters;
	HashSet<int> visible_peers;

	Ref<MultiplayerAPI> api; // That knows of this; null outside the tree, and without a root.
	ObjectID root_id;
	SceneReplication *replication = nullptr; // That works for this; it takes itself away when it ends.

	void start();
	void stop();
	void update_process();
};

VARIANT_ENUM_CAST(MultiplayerSynchronizer::VisibilityUpdateMode);
