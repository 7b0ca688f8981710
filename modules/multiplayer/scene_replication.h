// SceneReplication: what spawners and synchronizers of one SceneMultiplayer do with the network.
#pragma once

#include "core/error/error_list.h"
#include "core/object/object_id.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"
#include "modules/multiplayer/peer_list.h"
#include "modules/multiplayer/replication_state.h"

class MultiplayerSpawner;
class MultiplayerSynchronizer;
class Node;
class SceneMultiplayer;
class Variant;
struct SpawnPacket;

// Owned by its SceneMultiplayer and called by it alone, on the main thread. All functions may run scripts, which may free spawners, synchronizers
// and nodes, add others, poll again and reset the network: entries outlive the function that works with them (Walk), nodes are looked up again.
//
// A tick costs for each synchronizer that this peer owns: its interval and, if it is due and somebody may see it, its properties. States are encoded
// once; those that all peers see go out as one packet for all. Only the others cost for each peer that sees them.
class SceneReplication {
public:
	// What one peer can make us remember; past it, its spawns are refused.
	static constexpr uint32_t MAX_NODES_PER_PEER = 65536;

	explicit SceneReplication(SceneMultiplayer *p_multiplayer) :
			multiplayer(p_multiplayer) {}
	~SceneReplication();

	// A peer has been admitted (before peer_connected is emitted), or has gone: the nodes that it has spawned here are freed at the end of the frame.
	void on_peer_added(int p_peer);
	void on_peer_removed(int p_peer);
	// Another MultiplayerPeer, none, or clear(): nothing of the old network counts any more, and all peers have gone.
	void on_reset();
	// At the end of every poll() while connected. p_delta: seconds since the last one.
	void on_network_process(double p_delta);

	// A packet of one of the commands of replication, whole, command byte included; the caller keeps the bytes. What is wrong with it is told to
	// SceneMultiplayer::refuse(), or comes back as an error where there is no more to say than that it is malformed.
	Error process_packet(int p_from, uint8_t p_command, Span<uint8_t> p_bytes);

	// MultiplayerAPI.object_configuration_add() and _remove() with a spawner or synchronizer.
	Error add_configuration(Object *p_object, const Variant &p_configuration);
	Error remove_configuration(Object *p_object, const Variant &p_configuration);

	// False: there is no synchronizer, so that every call is visible to everybody.
	bool has_configurations() const { return !syncs_by_root.is_empty(); }
	// Whether a call on this object may go to this peer: it may unless it has synchronizers, and none of them is visible to the peer.
	bool is_rpc_visible(ObjectID p_object, int p_peer) const;

	// --- For spawners and synchronizers ---
	void on_node_ready(ObjectID p_node);
	void update_visibility(MultiplayerSynchronizer *p_synchronizer, int p_peer); // 0: for all.
	void on_interest_group_changed(MultiplayerSynchronizer *p_synchronizer);
	bool has_interest(int p_peer, int64_t p_group) const;

	// --- Interest groups: numbers that a synchronizer has one of, and a peer any. Only what a change concerns is looked at.
	void set_interests(int p_peer, const Vector<int64_t> &p_groups); // An admitted peer's; the others do not count any more.
	Vector<int64_t> get_interests(int p_peer) const; // Sorted.

private:
	// A synchronizer in the tree.
	struct Sync {
		ObjectID id;
		ObjectID root;
		int64_t group = 0; // Its interest group; 0: none.
		bool removed = false; // It has left; this goes when nothing walks.
		ReplicationState state;

		// As a sender.
		int authority = 0; // As it was when the rest was found out.
		uint32_t net_id = 0; // 0: no spawn has named it.
		bool by_path = false; // Some know it by its path.
		bool everybody = false; // All peers may see it, and seen_by does not count.
		PeerList seen_by;
		PeerList waiting; // Who may see it and cannot yet know which one is meant.
		PeerList fresh; // Who is owed all that is sent on change.
		bool announce = false; // There is somebody new in waiting.
		bool told_too_large = false;
		uint64_t sync_usec = 0; // When it was last due.
		uint64_t delta_usec = 0;

		// As a receiver.
		int32_t last_time = -1;
	};
	// A node that a spawner here owns, in the tree.
	struct Spawn {
		ObjectID spawner;
		uint32_t net_id = 0; // 0: nobody has been told of it.
		bool ready = false;
		bool queued = true; // Nobody is to be told yet.
		PeerList spawned_on;
	};
	struct Received {
		ObjectID node;
		ObjectID spawner;
		LocalVector<uint32_t> synchronizers;
	};
	struct Peer {
		HashMap<uint32_t, Received> nodes; // What it has spawned here, by its numbers.
		HashMap<uint32_t, ObjectID> synchronizers;
		Vector<uint8_t> outgoing[2]; // Packets in the making: of states, of deltas.
		HashSet<int64_t> interests;
	};
	// A spawn that is being carried out: synchronizers that enter the tree take their numbers and states from it.
	struct Arrival {
		int from = 0;
		ObjectID root;
		const SpawnPacket *packet = nullptr;
		uint32_t next = 0;
		uint64_t state_at = 0;
		Error error = OK;
	};
	// Keeps entries while scripts may run.
	class Walk {
		SceneReplication *replication;

	public:
		explicit Walk(SceneReplication *p_replication) :
				replication(p_replication) { replication->walking++; }
		~Walk() {
			if (--replication->walking == 0) {
				replication->sweep();
			}
		}
		Walk(const Walk &) = delete;
		Walk &operator=(const Walk &) = delete;
	};
	// What one tick gathers into packets of one kind.
	struct Batch {
		bool delta = false;
		int limit = 0; // Bytes of a packet with more than one entry.
		int hard_limit = 0; // Bytes of any packet.
		PeerList all; // The peers there were at the start.
		Vector<uint8_t> shared; // For all of them.
	};

	SceneMultiplayer *multiplayer;
	LocalVector<Sync *> syncs; // In the order of entering; nulls while something walks.
	HashMap<ObjectID, Sync *> syncs_by_id;
	HashMap<ObjectID, LocalVector<Sync *>> syncs_by_root;
	HashMap<int64_t, LocalVector<Sync *>> syncs_by_group;
	HashMap<int64_t, PeerList> watchers; // Peers by their interests.
	HashMap<ObjectID, Spawn> spawns;
	LocalVector<ObjectID> spawn_queue;
	HashMap<int, Peer> peers;
	PeerList peer_ids;
	Arrival *arrival = nullptr;
	uint32_t walking = 0;
	bool has_removed = false;
	bool ticking = false;
	uint32_t last_net_id = 0;
	uint16_t time = 0; // Grows with each tick in which somebody sees something.
	Vector<uint8_t> state_bytes; // Kept for their memory.
	Vector<uint8_t> entry_bytes;
	int own_id = 0;

	// Synchronizers and who sees them (scene_replication.cpp).
	Error add_sync(Node *p_root, MultiplayerSynchronizer *p_node);
	Error remove_sync(MultiplayerSynchronizer *p_node);
	Sync *find_sync(ObjectID p_id) const;
	void sweep();
	void find_own_id();
	bool is_owned(Sync *p_sync, const MultiplayerSynchronizer *p_node);
	void set_group(Sync *p_sync, int64_t p_group);
	void unwatch(int p_peer, int64_t p_group);
	void forget_audience(Sync *p_sync);
	void let_go_of_nodes(const Peer &p_peer);
	void look_for_audience(Sync *p_sync);
	void look_at_peer(Sync *p_sync, int p_peer);
	void set_seen(Sync *p_sync, int p_peer, bool p_visible);
	static bool is_seen_by(const Sync *p_sync, int p_peer) { return p_sync->everybody || p_sync->seen_by.has(p_peer); }

	// Spawning (scene_replication_spawn.cpp).
	Error add_spawn(Node *p_node, MultiplayerSpawner *p_spawner);
	Error remove_spawn(ObjectID p_node);
	void flush_spawn_queue(bool p_all);
	bool is_spawn_visible(ObjectID p_node, int p_peer);
	void update_spawn(ObjectID p_node, const PeerList &p_peers);
	bool make_spawn_packet(ObjectID p_node, Vector<uint8_t> &r_packet);
	bool add_spawn_states(ObjectID p_node, Spawn *p_spawn, SpawnPacket &r_packet, Vector<uint8_t> &r_state);
	void send_despawn(uint32_t p_net_id, const PeerList &p_peers);
	Error process_spawn(int p_from, Span<uint8_t> p_bytes);
	Node *make_node(int p_from, const SpawnPacket &p_packet, MultiplayerSpawner *p_spawner, Node *p_parent);
	void carry_out_spawn(int p_from, const SpawnPacket &p_packet, ObjectID p_spawner, Node *p_node, Node *p_parent);
	void take_arriving_state(Sync *p_sync, MultiplayerSynchronizer *p_node);
	Error process_despawn(int p_from, Span<uint8_t> p_bytes);
	void refuse_spawn(int p_from, int p_reason, const String &p_why);

	// States (scene_replication_state.cpp).
	void send_all();
	void send_state(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node);
	void send_changes(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node, bool p_due);
	const PeerList &get_audience(const Batch &p_batch, const Sync *p_sync, PeerList &r_storage) const;
	void drop_known(Sync *p_sync, MultiplayerSynchronizer *p_node);
	uint32_t get_wire_id(const Sync *p_sync, MultiplayerSynchronizer *p_node);
	Batch make_batch(bool p_delta) const;
	void send_delta(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node, uint64_t p_bits, const PeerList &p_to);
	void put(Batch &r_batch, Sync *p_sync, Span<uint8_t> p_entry, const PeerList &p_to);
	void append(Batch &r_batch, Vector<uint8_t> &r_packet, Span<uint8_t> p_entry, Span<int> p_to);
	void flush(const Batch &p_batch, Vector<uint8_t> &r_packet, Span<int> p_to);
	void finish(Batch &r_batch);
	Error process_states(int p_from, Span<uint8_t> p_bytes);
	Sync *find_addressee(int p_from, uint32_t p_id);
};
