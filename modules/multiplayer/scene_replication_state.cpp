// States: what is sent each tick, and what comes.
#include "core/object/object_db.h"
#include "core/os/os.h"
#include "core/scene/main/node.h"
#include "modules/multiplayer/multiplayer_synchronizer.h"
#include "modules/multiplayer/replication_codec.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/scene_multiplayer.h"
#include "modules/multiplayer/scene_replication.h"

namespace {

constexpr uint64_t ALL_BITS = ~uint64_t(0);
constexpr uint64_t REASON_FOREIGN_STATE = 64; // Beside the numbers of commands and of the reasons to refuse a spawn.
constexpr uint64_t REASON_WRONG_STATE = 65;

// The lower half of the bits that are set; none of a single one.
uint64_t get_lower_half(uint64_t p_bits) {
	uint64_t half = 0;
	for (int left = __builtin_popcountll(p_bits) / 2; left > 0; left--) {
		half |= p_bits & (~p_bits + 1);
		p_bits &= p_bits - 1;
	}
	return half;
}

// Then it counts as done, too.
bool is_due(uint64_t &r_last_usec, double p_interval, uint64_t p_now_usec) {
	if (p_interval > 0.0 && double(p_now_usec - r_last_usec) < p_interval * 1e6) {
		return false;
	}
	r_last_usec = p_now_usec;
	return true;
}

} // namespace

// ---- Sending ----

SceneReplication::Batch SceneReplication::make_batch(bool p_delta) const {
	Batch batch;
	batch.delta = p_delta;
	batch.limit = p_delta ? multiplayer->get_max_delta_packet_size() : multiplayer->get_max_sync_packet_size();
	const Ref<MultiplayerPeer> network = multiplayer->get_multiplayer_peer();
	batch.hard_limit = network.is_valid() ? MAX(network->get_max_packet_size(), batch.limit) : batch.limit;
	batch.all = peer_ids;
	return batch;
}

void SceneReplication::flush(const Batch &p_batch, Vector<uint8_t> &r_packet, Span<int> p_to) {
	if (r_packet.size() > (p_batch.delta ? StatePacketWriter::DELTA_HEAD : StatePacketWriter::SYNC_HEAD)) {
		multiplayer->send_to(r_packet.span(), p_to, 0, p_batch.delta ? MultiplayerPeer::TRANSFER_MODE_RELIABLE : MultiplayerPeer::TRANSFER_MODE_UNRELIABLE);
	}
	r_packet.resize(0);
}

// The limit is for gathering: what alone exceeds it has a packet of its own.
void SceneReplication::append(Batch &r_batch, Vector<uint8_t> &r_packet, Span<uint8_t> p_entry, Span<int> p_to) {
	if (r_packet.size() + int64_t(p_entry.size()) > r_batch.limit) {
		flush(r_batch, r_packet, p_to);
	}
	if (r_packet.is_empty()) {
		if (r_batch.delta) {
			StatePacketWriter::begin_delta(r_packet);
		} else {
			StatePacketWriter::begin_sync(time, r_packet);
		}
	}
	const int64_t at = r_packet.size();
	r_packet.resize(at + int64_t(p_entry.size()));
	memcpy(r_packet.ptrw() + at, p_entry.ptr(), size_t(p_entry.size()));
}

// One size of list is all of them: nobody is in a list who is not here.
void SceneReplication::put(Batch &r_batch, Sync *p_sync, Span<uint8_t> p_entry, const PeerList &p_to) {
	if (int64_t(p_entry.size()) + StatePacketWriter::SYNC_HEAD > r_batch.hard_limit) {
		if (!p_sync->told_too_large) {
			p_sync->told_too_large = true;
			const Node *root = ObjectDB::get_instance<Node>(p_sync->root);
			ERR_PRINT(vformat("The state of \"%s\" is not sent while it is so large: it has %d bytes, and the multiplayer peer takes packets of %d. Enlarge its buffers on both sides.", root && root->is_inside_tree() ? String(root->get_path()) : String(), int64_t(p_entry.size()), r_batch.hard_limit));
		}
		return;
	}
	p_sync->told_too_large = false;
	if (p_to.size() == r_batch.all.size()) {
		append(r_batch, r_batch.shared, p_entry, p_to.span());
		return;
	}
	for (int id : p_to) {
		if (Peer *peer = peers.getptr(id)) {
			append(r_batch, peer->outgoing[r_batch.delta], p_entry, Span<int>(&id, 1));
		}
	}
}

void SceneReplication::finish(Batch &r_batch) {
	flush(r_batch, r_batch.shared, r_batch.all.span());
	for (int id : r_batch.all) {
		if (Peer *peer = peers.getptr(id)) {
			Vector<uint8_t> packet = std::move(peer->outgoing[r_batch.delta]);
			flush(r_batch, packet, Span<int>(&id, 1));
		}
	}
}

void SceneReplication::drop_known(Sync *p_sync, MultiplayerSynchronizer *p_node) {
	PathCache &paths = multiplayer->get_path_cache();
	const Spawn *spawn = p_sync->net_id != 0 && !p_sync->by_path ? spawns.getptr(p_sync->root) : nullptr;
	if (spawn == nullptr && p_sync->announce) {
		p_sync->announce = false;
		p_sync->by_path = true;
		paths.make_known(p_node, p_sync->waiting.span());
	}
	const PeerList waiting = p_sync->waiting;
	for (int peer : waiting) {
		if (spawn ? spawn->spawned_on.has(peer) : paths.is_confirmed(p_node, peer)) {
			p_sync->waiting.erase(peer);
		}
	}
}

uint32_t SceneReplication::get_wire_id(const Sync *p_sync, MultiplayerSynchronizer *p_node) {
	return p_sync->net_id != 0 && !p_sync->by_path ? p_sync->net_id : multiplayer->get_path_cache().get_id(p_node) | SYNCHRONIZER_BY_PATH;
}

void SceneReplication::send_all() {
	Batch states = make_batch(false);
	Batch deltas = make_batch(true);
	const uint64_t now = OS::get_singleton()->get_ticks_usec();
	bool has_audience = false;
	for (uint32_t i = 0; i < syncs.size(); i++) {
		Sync *sync = syncs[i];
		MultiplayerSynchronizer *node = sync->removed ? nullptr : ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
		if (node == nullptr || !is_owned(sync, node) || (!sync->everybody && sync->seen_by.is_empty())) {
			continue;
		}
		if (!has_audience) {
			has_audience = true;
			time++;
		}
		const bool was_known = sync->state.is_known();
		if (sync->state.refresh(node->get_config(), sync->root) && was_known) {
			sync->fresh = sync->everybody ? peer_ids : sync->seen_by;
		}
		if (!sync->waiting.is_empty()) {
			drop_known(sync, node);
			if (sync->removed) { // Networks may be scripts.
				continue;
			}
		}
		if (sync->state.get_count(ReplicationState::KIND_ALWAYS) > 0 && is_due(sync->sync_usec, node->get_replication_interval(), now)) {
			send_state(states, sync, node);
		}
		if (sync->removed || sync->state.get_count(ReplicationState::KIND_ON_CHANGE) == 0) {
			continue;
		}
		const bool due = is_due(sync->delta_usec, node->get_delta_interval(), now);
		if (due || !sync->fresh.is_empty()) {
			send_changes(deltas, sync, node, due);
		}
	}
	finish(states);
	finish(deltas);
}

// In most ticks it is everybody, and nothing is copied.
const PeerList &SceneReplication::get_audience(const Batch &p_batch, const Sync *p_sync, PeerList &r_storage) const {
	const PeerList &seen = p_sync->everybody ? p_batch.all : p_sync->seen_by;
	if (p_sync->waiting.is_empty()) {
		return seen;
	}
	r_storage = seen.without(p_sync->waiting);
	return r_storage;
}

void SceneReplication::send_state(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node) {
	PeerList storage;
	if (get_audience(r_batch, p_sync, storage).is_empty()) {
		return;
	}
	SyncEntry entry;
	entry.synchronizer_id = get_wire_id(p_sync, p_node);
	state_bytes.resize(0);
	if (!p_sync->state.encode(ReplicationState::KIND_ALWAYS, multiplayer->is_object_decoding_allowed(), state_bytes) || p_sync->removed) {
		return;
	}
	entry.state = state_bytes.span();
	entry_bytes.resize(0);
	StatePacketWriter::append(entry, entry_bytes);
	put(r_batch, p_sync, entry_bytes.span(), get_audience(r_batch, p_sync, storage));
}

// Those who are new get everything, the others what has changed.
void SceneReplication::send_changes(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node, bool p_due) {
	PeerList storage;
	if (!p_sync->waiting.is_empty() && get_audience(r_batch, p_sync, storage).is_empty()) {
		return;
	}
	const uint64_t bits = p_due || !p_sync->state.is_watching() ? p_sync->state.watch() : 0;
	if (p_sync->removed || (bits == 0 && p_sync->fresh.is_empty())) {
		return;
	}
	const PeerList audience = get_audience(r_batch, p_sync, storage);
	const PeerList old = audience.without(p_sync->fresh);
	const PeerList arrived = audience.without(old);
	if (bits != 0 && !old.is_empty()) {
		send_delta(r_batch, p_sync, p_node, bits, old);
	}
	if (!p_sync->removed && !arrived.is_empty()) {
		p_sync->fresh = p_sync->fresh.without(arrived);
		send_delta(r_batch, p_sync, p_node, ALL_BITS, arrived);
	}
}

// What does not fit into one packet is cut where properties meet.
void SceneReplication::send_delta(Batch &r_batch, Sync *p_sync, MultiplayerSynchronizer *p_node, uint64_t p_bits, const PeerList &p_to) {
	DeltaEntry entry;
	entry.synchronizer_id = get_wire_id(p_sync, p_node);
	const uint32_t count = p_sync->state.get_count(ReplicationState::KIND_ON_CHANGE);
	entry.properties = (count < 64 ? p_bits & ((uint64_t(1) << count) - 1) : p_bits) & ~p_sync->state.get_unreadable();
	if (entry.properties == 0) {
		return;
	}
	Vector<uint8_t> state;
	if (!p_sync->state.encode_delta(entry.properties, multiplayer->is_object_decoding_allowed(), state) || p_sync->removed) {
		return;
	}
	const int64_t room = r_batch.limit - StatePacketWriter::DELTA_HEAD - StatePacketWriter::DELTA_ENTRY_HEAD;
	const uint64_t half = get_lower_half(entry.properties);
	if (state.size() > room && half != 0) {
		send_delta(r_batch, p_sync, p_node, half, p_to);
		if (!p_sync->removed) {
			send_delta(r_batch, p_sync, p_node, entry.properties & ~half, p_to);
		}
		return;
	}
	entry.state = state.span();
	entry_bytes.resize(0);
	StatePacketWriter::append(entry, entry_bytes);
	put(r_batch, p_sync, entry_bytes.span(), p_to);
}

// ---- Receiving ----

SceneReplication::Sync *SceneReplication::find_addressee(int p_from, uint32_t p_id) {
	if ((p_id & SYNCHRONIZER_BY_PATH) != 0) {
		const Node *node = multiplayer->get_path_cache().find(p_from, p_id & ~SYNCHRONIZER_BY_PATH);
		return node ? find_sync(node->get_instance_id()) : nullptr;
	}
	const Peer *peer = peers.getptr(p_from);
	const ObjectID *id = peer ? peer->synchronizers.getptr(p_id) : nullptr;
	return id ? find_sync(*id) : nullptr;
}

// States of what is gone here, or never came to be, are no mistake of the peer: it cannot know.
Error SceneReplication::process_states(int p_from, Span<uint8_t> p_bytes) {
	StatePacketReader reader(p_bytes);
	const bool delta = reader.is_delta();
	SyncEntry sync_entry;
	DeltaEntry delta_entry;
	while (delta ? reader.next(delta_entry) : reader.next(sync_entry)) {
		Sync *sync = find_addressee(p_from, delta ? delta_entry.synchronizer_id : sync_entry.synchronizer_id);
		MultiplayerSynchronizer *node = sync ? ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id) : nullptr;
		if (node == nullptr) {
			continue;
		}
		if (node->get_multiplayer_authority() != p_from) {
			multiplayer->refuse(p_from, REFUSED_REPLICATION, REASON_FOREIGN_STATE, [&] { return vformat("a state of \"%s\" is refused: peer %d has authority over it", String(node->get_path()), node->get_multiplayer_authority()); });
			continue;
		}
		if (!delta && sync->last_time >= 0 && !is_newer_state(reader.get_time(), uint16_t(sync->last_time))) {
			continue;
		}
		sync->state.refresh(node->get_config(), sync->root);
		const bool objects = multiplayer->is_object_decoding_allowed();
		uint64_t length = 0;
		const Error error = delta ? sync->state.decode_delta(delta_entry.properties, delta_entry.state, objects) : sync->state.decode(ReplicationState::KIND_ALWAYS, sync_entry.state, objects, length);
		node = ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
		if (error != OK) {
			multiplayer->refuse(p_from, REFUSED_REPLICATION, REASON_WRONG_STATE, [&] { return vformat("a state of \"%s\" is refused: it does not fit to the SceneReplicationConfig here", node ? String(node->get_path()) : String()); });
			continue;
		}
		if (!delta) {
			sync->last_time = reader.get_time();
		}
		if (node) {
			node->emit_signal(delta ? SNAME("delta_synchronized") : SNAME("synchronized"));
		}
	}
	return reader.is_malformed() ? ERR_INVALID_DATA : OK;
}
