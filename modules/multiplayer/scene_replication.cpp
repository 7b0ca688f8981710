// Synchronizers: which there are, and who sees them.
#include "modules/multiplayer/scene_replication.h"

#include "core/object/object_db.h"
#include "core/scene/main/node.h"
#include "modules/multiplayer/multiplayer_spawner.h"
#include "modules/multiplayer/multiplayer_synchronizer.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/scene_multiplayer.h"

SceneReplication::~SceneReplication() {
	for (Sync *sync : syncs) {
		if (MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id)) {
			node->set_replication(nullptr);
		}
		memdelete(sync);
	}
	for (const KeyValue<ObjectID, Spawn> &entry : spawns) {
		if (MultiplayerSpawner *spawner = ObjectDB::get_instance<MultiplayerSpawner>(entry.value.spawner)) {
			spawner->set_replication(nullptr);
		}
	}
}

Error SceneReplication::add_configuration(Object *p_object, const Variant &p_configuration) {
	Node *node = Object::cast_to<Node>(p_object);
	Object *configuration = p_configuration.get_validated_object();
	ERR_FAIL_NULL_V_MSG(node, ERR_INVALID_PARAMETER, "object_configuration_add(): the object is no node.");
	if (MultiplayerSpawner *spawner = Object::cast_to<MultiplayerSpawner>(configuration)) {
		return add_spawn(node, spawner);
	}
	if (MultiplayerSynchronizer *synchronizer = Object::cast_to<MultiplayerSynchronizer>(configuration)) {
		return add_sync(node, synchronizer);
	}
	ERR_FAIL_V_MSG(ERR_INVALID_PARAMETER, "object_configuration_add(): the configuration is neither a MultiplayerSpawner nor a MultiplayerSynchronizer.");
}

// The object may be gone already: a synchronizer outlives its root where that is not above it.
Error SceneReplication::remove_configuration(Object *p_object, const Variant &p_configuration) {
	Object *configuration = p_configuration.get_validated_object();
	if (MultiplayerSynchronizer *synchronizer = Object::cast_to<MultiplayerSynchronizer>(configuration)) {
		return remove_sync(synchronizer);
	}
	if (p_object && Object::cast_to<MultiplayerSpawner>(configuration)) {
		return remove_spawn(p_object->get_instance_id());
	}
	ERR_FAIL_V_MSG(ERR_INVALID_PARAMETER, "object_configuration_remove(): the configuration is neither a MultiplayerSpawner nor a MultiplayerSynchronizer.");
}

// 0 without a network: then this owns nothing.
void SceneReplication::find_own_id() {
	own_id = multiplayer->get_multiplayer_peer().is_valid() ? multiplayer->get_unique_id() : 0;
}

SceneReplication::Sync *SceneReplication::find_sync(ObjectID p_id) const {
	Sync *const *sync = syncs_by_id.getptr(p_id);
	return sync ? *sync : nullptr;
}

Error SceneReplication::add_sync(Node *p_root, MultiplayerSynchronizer *p_node) {
	ERR_FAIL_COND_V_MSG(find_sync(p_node->get_instance_id()), ERR_ALREADY_EXISTS, "object_configuration_add(): the synchronizer is there already.");
	const Walk walk(this);
	find_own_id();
	Sync *sync = memnew(Sync);
	sync->id = p_node->get_instance_id();
	sync->root = p_root->get_instance_id();
	sync->authority = p_node->get_multiplayer_authority();
	syncs.push_back(sync);
	syncs_by_id.insert(sync->id, sync);
	syncs_by_root[sync->root].push_back(sync);
	set_group(sync, p_node->get_interest_group());
	p_node->set_replication(this);
	take_arriving_state(sync, p_node);
	if (!sync->removed && sync->authority == own_id) {
		look_for_audience(sync);
	}
	return OK;
}

Error SceneReplication::remove_sync(MultiplayerSynchronizer *p_node) {
	Sync *sync = find_sync(p_node->get_instance_id());
	if (sync == nullptr) {
		return ERR_DOES_NOT_EXIST;
	}
	const Walk walk(this);
	p_node->set_replication(nullptr);
	syncs_by_id.erase(sync->id);
	if (LocalVector<Sync *> *siblings = syncs_by_root.getptr(sync->root)) {
		siblings->erase(sync);
		if (siblings->is_empty()) {
			syncs_by_root.erase(sync->root);
		}
	}
	set_group(sync, 0);
	forget_audience(sync);
	sync->removed = true;
	has_removed = true;
	return OK;
}

// One pass for all that have left, however many they are.
void SceneReplication::sweep() {
	if (!has_removed) {
		return;
	}
	has_removed = false;
	LocalVector<Sync *> leaving;
	uint32_t kept = 0;
	for (Sync *sync : syncs) {
		if (sync->removed) {
			leaving.push_back(sync);
		} else {
			syncs[kept++] = sync;
		}
	}
	syncs.resize(kept);
	for (Sync *sync : leaving) {
		memdelete(sync);
	}
}

// ---- Who sees what ----

void SceneReplication::forget_audience(Sync *p_sync) {
	p_sync->everybody = false;
	p_sync->seen_by.clear();
	p_sync->waiting.clear();
	p_sync->fresh.clear();
	p_sync->last_time = -1;
	p_sync->told_too_large = false;
}

// Nobody tells us that the authority changes, so it is compared each time.
bool SceneReplication::is_owned(Sync *p_sync, const MultiplayerSynchronizer *p_node) {
	if (p_sync->authority != p_node->get_multiplayer_authority()) {
		p_sync->authority = p_node->get_multiplayer_authority();
		forget_audience(p_sync);
		p_sync->by_path = p_sync->by_path || p_sync->net_id != 0; // Peers let go of its number with the old owner.
		if (p_sync->authority == own_id) {
			look_for_audience(p_sync);
			return !p_sync->removed && p_sync->authority == own_id;
		}
	}
	return p_sync->authority == own_id;
}

void SceneReplication::set_seen(Sync *p_sync, int p_peer, bool p_visible) {
	if (p_visible == is_seen_by(p_sync, p_peer)) {
		return;
	}
	if (p_visible) {
		p_sync->seen_by.insert(p_peer);
		p_sync->waiting.insert(p_peer);
		p_sync->fresh.insert(p_peer);
		p_sync->announce = true;
		return;
	}
	if (p_sync->everybody) {
		p_sync->everybody = false;
		p_sync->seen_by = peer_ids;
	}
	p_sync->seen_by.erase(p_peer);
	p_sync->waiting.erase(p_peer);
	p_sync->fresh.erase(p_peer);
}

void SceneReplication::look_at_peer(Sync *p_sync, int p_peer) {
	const MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(p_sync->id);
	const bool visible = node && node->is_visible_to(p_peer);
	if (!p_sync->removed && peers.has(p_peer)) {
		set_seen(p_sync, p_peer, visible);
	}
}

void SceneReplication::look_for_audience(Sync *p_sync) {
	const MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(p_sync->id);
	const bool everybody = node && node->is_visible_to(0);
	const PeerList candidates = peer_ids; // Filters may change the peers.
	for (int peer : candidates) {
		if (p_sync->removed) {
			return;
		}
		if (everybody) {
			set_seen(p_sync, peer, true);
		} else {
			look_at_peer(p_sync, peer);
		}
	}
	if (everybody && !p_sync->removed) {
		p_sync->everybody = true;
		p_sync->seen_by.clear();
	}
}

void SceneReplication::update_visibility(MultiplayerSynchronizer *p_synchronizer, int p_peer) {
	Sync *sync = find_sync(p_synchronizer->get_instance_id());
	find_own_id();
	if (sync == nullptr || (p_peer != 0 && !peers.has(p_peer))) {
		return;
	}
	const Walk walk(this);
	if (!is_owned(sync, p_synchronizer)) {
		return;
	}
	PeerList concerned = peer_ids;
	if (p_peer == 0) {
		look_for_audience(sync);
	} else {
		concerned.clear();
		concerned.insert(p_peer);
		look_at_peer(sync, p_peer);
	}
	if (!sync->removed && spawns.has(sync->root)) {
		update_spawn(sync->root, concerned);
	}
}

// ---- Interest groups ----

void SceneReplication::set_group(Sync *p_sync, int64_t p_group) {
	if (LocalVector<Sync *> *others = syncs_by_group.getptr(p_sync->group)) {
		others->erase(p_sync);
		if (others->is_empty()) {
			syncs_by_group.erase(p_sync->group);
		}
	}
	p_sync->group = p_group;
	if (p_group != 0) {
		syncs_by_group[p_group].push_back(p_sync);
	}
}

void SceneReplication::unwatch(int p_peer, int64_t p_group) {
	if (PeerList *members = watchers.getptr(p_group)) {
		members->erase(p_peer);
		if (members->is_empty()) {
			watchers.erase(p_group);
		}
	}
}

bool SceneReplication::has_interest(int p_peer, int64_t p_group) const {
	const PeerList *members = watchers.getptr(p_group);
	return members && members->has(p_peer);
}

// Who is interested in both sees no change.
void SceneReplication::on_interest_group_changed(MultiplayerSynchronizer *p_synchronizer) {
	Sync *sync = find_sync(p_synchronizer->get_instance_id());
	if (sync == nullptr) {
		return;
	}
	const PeerList *left = watchers.getptr(sync->group);
	set_group(sync, p_synchronizer->get_interest_group());
	const PeerList *joined = watchers.getptr(sync->group);
	PeerList concerned = left ? left->without(joined ? *joined : PeerList()) : PeerList();
	for (int peer : joined ? joined->without(left ? *left : PeerList()) : PeerList()) {
		concerned.insert(peer);
	}
	const ObjectID id = sync->id;
	for (int peer : concerned) {
		if (MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(id)) {
			node->update_visibility(peer);
		}
	}
}

void SceneReplication::set_interests(int p_peer, const Vector<int64_t> &p_groups) {
	Peer *peer = peers.getptr(p_peer);
	if (peer == nullptr) {
		return;
	}
	HashSet<int64_t> wanted;
	LocalVector<int64_t> changed;
	for (int64_t group : p_groups) {
		if (group != 0 && !wanted.has(group)) {
			wanted.insert(group);
			if (!peer->interests.has(group)) {
				watchers[group].insert(p_peer);
				changed.push_back(group);
			}
		}
	}
	for (int64_t group : peer->interests) {
		if (!wanted.has(group)) {
			unwatch(p_peer, group);
			changed.push_back(group);
		}
	}
	peer->interests = std::move(wanted);
	LocalVector<ObjectID> concerned; // Handlers may change everything.
	for (int64_t group : changed) {
		if (const LocalVector<Sync *> *members = syncs_by_group.getptr(group)) {
			for (const Sync *sync : *members) {
				concerned.push_back(sync->id);
			}
		}
	}
	for (ObjectID id : concerned) {
		if (MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(id)) {
			node->update_visibility(p_peer);
		}
	}
}

Vector<int64_t> SceneReplication::get_interests(int p_peer) const {
	Vector<int64_t> groups;
	if (const Peer *peer = peers.getptr(p_peer)) {
		for (int64_t group : peer->interests) {
			groups.push_back(group);
		}
	}
	groups.sort();
	return groups;
}

// Synchronizers of others count here as their settings on this side say.
bool SceneReplication::is_rpc_visible(ObjectID p_object, int p_peer) const {
	const LocalVector<Sync *> *found = syncs_by_root.getptr(p_object);
	if (found == nullptr) {
		return true;
	}
	LocalVector<ObjectID> to_ask; // Filters may change the list.
	for (const Sync *sync : *found) {
		const MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
		if (sync->authority == own_id && peers.has(p_peer) ? is_seen_by(sync, p_peer) : node && !node->has_visibility_filters() && node->is_visible_to(p_peer)) {
			return true;
		}
		if (node && node->has_visibility_filters() && sync->authority != own_id) {
			to_ask.push_back(sync->id);
		}
	}
	for (ObjectID id : to_ask) {
		const MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(id);
		if (node && node->is_visible_to(p_peer)) {
			return true;
		}
	}
	return false;
}

// ---- Peers ----

void SceneReplication::on_peer_added(int p_peer) {
	const Walk walk(this);
	find_own_id();
	// Those that everybody sees are new for this one.
	peers.insert(p_peer, Peer());
	peer_ids.insert(p_peer);
	const LocalVector<Sync *> there = syncs;
	for (Sync *sync : there) {
		const MultiplayerSynchronizer *node = sync->removed ? nullptr : ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
		if (node == nullptr || !is_owned(sync, node)) {
			continue;
		}
		if (sync->everybody) {
			sync->waiting.insert(p_peer);
			sync->fresh.insert(p_peer);
			sync->announce = true;
		}
		if (!sync->everybody || node->has_visibility_filters()) {
			look_at_peer(sync, p_peer);
		}
	}
	LocalVector<ObjectID> nodes;
	for (const KeyValue<ObjectID, Spawn> &entry : spawns) {
		nodes.push_back(entry.key);
	}
	PeerList arrived;
	arrived.insert(p_peer);
	for (ObjectID id : nodes) {
		update_spawn(id, arrived);
	}
}

// What a peer has spawned goes with it; nobody would tell of its end any more.
void SceneReplication::let_go_of_nodes(const Peer &p_peer) {
	for (const KeyValue<uint32_t, Received> &entry : p_peer.nodes) {
		if (Node *node = ObjectDB::get_instance<Node>(entry.value.node)) {
			node->queue_free();
		}
	}
}

void SceneReplication::on_peer_removed(int p_peer) {
	if (const Peer *peer = peers.getptr(p_peer)) {
		let_go_of_nodes(*peer);
		for (int64_t group : peer->interests) {
			unwatch(p_peer, group);
		}
	}
	peers.erase(p_peer);
	peer_ids.erase(p_peer);
	for (Sync *sync : syncs) {
		sync->seen_by.erase(p_peer);
		sync->waiting.erase(p_peer);
		sync->fresh.erase(p_peer);
		if (sync->authority == p_peer) {
			sync->last_time = -1;
		}
	}
	for (KeyValue<ObjectID, Spawn> &entry : spawns) {
		entry.value.spawned_on.erase(p_peer);
	}
}

void SceneReplication::on_reset() {
	for (const KeyValue<int, Peer> &entry : peers) {
		let_go_of_nodes(entry.value);
	}
	peers.clear();
	peer_ids.clear();
	watchers.clear();
	for (Sync *sync : syncs) {
		forget_audience(sync);
		sync->authority = 0; // To be looked at anew: this may be another peer now.
		sync->net_id = 0;
		sync->by_path = false;
	}
	for (KeyValue<ObjectID, Spawn> &entry : spawns) {
		entry.value.net_id = 0;
		entry.value.spawned_on.clear();
	}
	last_net_id = 0;
	time = 0;
	own_id = 0;
}

void SceneReplication::on_network_process(double p_delta) {
	if (ticking) {
		return; // A getter or a handler polls.
	}
	const Walk walk(this);
	ticking = true;
	find_own_id();
	flush_spawn_queue(true);
	if (!peer_ids.is_empty() && !syncs.is_empty()) {
		send_all();
	}
	ticking = false;
}

Error SceneReplication::process_packet(int p_from, uint8_t p_command, Span<uint8_t> p_bytes) {
	if (!peers.has(p_from)) {
		return ERR_UNAUTHORIZED;
	}
	const Walk walk(this);
	switch (p_command) {
		case COMMAND_SPAWN:
			return process_spawn(p_from, p_bytes);
		case COMMAND_DESPAWN:
			return process_despawn(p_from, p_bytes);
		default:
			return process_states(p_from, p_bytes);
	}
}
