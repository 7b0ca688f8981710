// Nodes that come and go on other peers as they do here, and the other way round.
#include "core/io/marshalls.h"
#include "core/object/object_db.h"
#include "core/scene/main/node.h"
#include "modules/multiplayer/multiplayer_spawner.h"
#include "modules/multiplayer/multiplayer_synchronizer.h"
#include "modules/multiplayer/replication_codec.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/scene_multiplayer.h"
#include "modules/multiplayer/scene_replication.h"

namespace {

// Why a spawn is refused; each is told once.
enum Reason {
	REASON_UNKNOWN_SPAWNER,
	REASON_FOREIGN_SPAWNER,
	REASON_TOO_MANY,
	REASON_NUMBER_TAKEN,
	REASON_NO_PLACE,
	REASON_NAME,
	REASON_NAME_TAKEN,
	REASON_DATA,
	REASON_NOT_MADE,
	REASON_STATE,
	REASON_SYNCHRONIZERS,
};

Span<uint8_t> bytes_of(const CharString &p_text) {
	return Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text.get_data()), uint64_t(p_text.length()));
}

} // namespace

// ---- Ours ----

Error SceneReplication::add_spawn(Node *p_node, MultiplayerSpawner *p_spawner) {
	const ObjectID id = p_node->get_instance_id();
	ERR_FAIL_COND_V_MSG(spawns.has(id), ERR_ALREADY_EXISTS, vformat("\"%s\" is spawned by another spawner already: two of them have the same spawn_path and scene.", String(p_node->get_name())));
	Spawn &spawn = spawns.insert(id, Spawn())->value;
	spawn.spawner = p_spawner->get_instance_id();
	spawn.ready = p_node->is_node_ready(); // It was in a tree before, and does not tell it again.
	spawn_queue.push_back(id);
	p_spawner->set_replication(this);
	return OK;
}

Error SceneReplication::remove_spawn(ObjectID p_node) {
	Spawn *spawn = spawns.getptr(p_node);
	if (spawn == nullptr) {
		return ERR_DOES_NOT_EXIST;
	}
	const Walk walk(this);
	const uint32_t net_id = spawn->net_id;
	const PeerList told = spawn->spawned_on;
	spawns.erase(p_node);
	spawn_queue.erase(p_node);
	if (const LocalVector<Sync *> *found = syncs_by_root.getptr(p_node)) {
		for (Sync *sync : *found) { // They may stay in the tree: from now on each goes by its path.
			forget_audience(sync);
			sync->authority = 0;
			sync->net_id = 0;
			sync->by_path = false;
		}
	}
	send_despawn(net_id, told);
	return OK;
}

void SceneReplication::on_node_ready(ObjectID p_node) {
	Spawn *spawn = spawns.getptr(p_node);
	if (spawn && !spawn->ready) {
		const Walk walk(this);
		spawn->ready = true;
		flush_spawn_queue(false);
	}
}

// In the order of entering, so that a node which its parent's _ready() adds comes after the parent.
void SceneReplication::flush_spawn_queue(bool p_all) {
	while (!spawn_queue.is_empty()) {
		const ObjectID id = spawn_queue[0];
		Spawn *spawn = spawns.getptr(id);
		if (spawn && !spawn->ready && !p_all) {
			return;
		}
		spawn_queue.remove_at(0);
		if (spawn) {
			spawn->queued = false;
			find_own_id();
			update_spawn(id, peer_ids);
		}
	}
}

// By those that this peer owns; where there are none, all may see it.
bool SceneReplication::is_spawn_visible(ObjectID p_node, int p_peer) {
	const LocalVector<Sync *> *found = syncs_by_root.getptr(p_node);
	bool any_owned = false;
	for (uint32_t i = 0; found && i < found->size(); i++) {
		const Sync *sync = (*found)[i];
		if (sync->authority == own_id) {
			any_owned = true;
			if (is_seen_by(sync, p_peer)) {
				return true;
			}
		}
	}
	return !any_owned;
}

void SceneReplication::update_spawn(ObjectID p_node, const PeerList &p_peers) {
	Spawn *spawn = spawns.getptr(p_node);
	MultiplayerSpawner *spawner = spawn && !spawn->queued ? ObjectDB::get_instance<MultiplayerSpawner>(spawn->spawner) : nullptr;
	if (spawner == nullptr || spawner->get_multiplayer_authority() != own_id) {
		return;
	}
	PeerList coming;
	PeerList going;
	for (int peer : p_peers) {
		const bool visible = is_spawn_visible(p_node, peer);
		if (visible != spawn->spawned_on.has(peer)) {
			(visible ? coming : going).insert(peer);
		}
	}
	if (!coming.is_empty()) {
		Vector<uint8_t> packet;
		if (!make_spawn_packet(p_node, packet)) {
			return;
		}
		spawn = spawns.getptr(p_node); // Getters have run.
		spawner = spawn ? ObjectDB::get_instance<MultiplayerSpawner>(spawn->spawner) : nullptr;
		if (spawner == nullptr) {
			return;
		}
		multiplayer->get_path_cache().make_known(spawner, coming.span());
		for (int peer : coming) {
			spawn->spawned_on.insert(peer);
		}
		multiplayer->send_to(packet.span(), coming.span(), 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
		spawn = spawns.getptr(p_node);
	}
	if (spawn && !going.is_empty()) {
		for (int peer : going) {
			spawn->spawned_on.erase(peer);
		}
		send_despawn(spawn->net_id, going);
	}
}

bool SceneReplication::make_spawn_packet(ObjectID p_node, Vector<uint8_t> &r_packet) {
	Spawn *spawn = spawns.getptr(p_node);
	const Node *node = ObjectDB::get_instance<Node>(p_node);
	MultiplayerSpawner *spawner = ObjectDB::get_instance<MultiplayerSpawner>(spawn->spawner);
	int scene = 0;
	Variant data;
	if (node == nullptr || spawner == nullptr || !spawner->get_recipe(p_node, scene, data)) {
		return false;
	}
	SpawnPacket packet;
	packet.scene = uint8_t(scene);
	packet.spawner_id = multiplayer->get_path_cache().get_id(spawner);
	ERR_FAIL_COND_V_MSG(packet.spawner_id == 0, false, vformat("\"%s\" is not spawned: its spawner is not below the root_path of its multiplayer API.", String(node->get_path())));
	Vector<uint8_t> encoded_data;
	ERR_FAIL_COND_V_MSG(scene == SpawnPacket::CUSTOM_SCENE && encode_argument(data, encoded_data, multiplayer->is_object_decoding_allowed()) != OK, false, vformat("\"%s\" is not spawned: the data of spawn() cannot be sent; it contains itself, or is nested too deep.", String(node->get_path())));
	const CharString name = String(node->get_name()).utf8();
	Vector<uint8_t> state;
	if (!add_spawn_states(p_node, spawn, packet, state)) {
		return false;
	}
	packet.name = bytes_of(name);
	packet.data = encoded_data.span();
	packet.state = state.span();
	packet.encode(r_packet);
	return true;
}

// All synchronizers that this peer owns are named, for the other side goes by their order. One that some peers know by its path keeps to that, and so
// does one that has come, or become ours, since others were told of the node.
bool SceneReplication::add_spawn_states(ObjectID p_node, Spawn *p_spawn, SpawnPacket &r_packet, Vector<uint8_t> &r_state) {
	if (p_spawn->net_id == 0) {
		p_spawn->net_id = ++last_net_id;
	}
	r_packet.node_id = p_spawn->net_id;
	LocalVector<Sync *> named;
	if (const LocalVector<Sync *> *found = syncs_by_root.getptr(p_node)) {
		for (Sync *sync : *found) {
			MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
			const bool owned = node && is_owned(sync, node);
			if (owned && sync->net_id == 0 && !sync->by_path && p_spawn->spawned_on.is_empty()) {
				sync->net_id = ++last_net_id;
			}
			sync->by_path = sync->by_path || sync->net_id == 0;
			if (owned) {
				named.push_back(sync);
				r_packet.synchronizer_ids.push_back(get_wire_id(sync, node));
			}
		}
	}
	for (Sync *sync : named) {
		MultiplayerSynchronizer *node = ObjectDB::get_instance<MultiplayerSynchronizer>(sync->id);
		if (node == nullptr || sync->removed) {
			return false;
		}
		sync->state.refresh(node->get_config(), p_node);
		if (!sync->state.encode(ReplicationState::KIND_SPAWN, multiplayer->is_object_decoding_allowed(), r_state)) {
			return false;
		}
	}
	return true;
}

void SceneReplication::send_despawn(uint32_t p_net_id, const PeerList &p_peers) {
	DespawnPacket packet;
	packet.node_id = p_net_id;
	Vector<uint8_t> bytes;
	packet.encode(bytes);
	multiplayer->send_to(bytes.span(), p_peers.span(), 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
}

// ---- Theirs ----

void SceneReplication::refuse_spawn(int p_from, int p_reason, const String &p_why) {
	multiplayer->refuse(p_from, REFUSED_REPLICATION, uint64_t(COMMAND_MASK + 1 + p_reason), [&] { return "it spawns a node, which is refused: " + p_why; });
}

Error SceneReplication::process_spawn(int p_from, Span<uint8_t> p_bytes) {
	SpawnPacket packet;
	if (!packet.decode(p_bytes)) {
		return ERR_INVALID_DATA;
	}
	MultiplayerSpawner *spawner = Object::cast_to<MultiplayerSpawner>(multiplayer->get_path_cache().find(p_from, packet.spawner_id));
	if (spawner == nullptr) {
		refuse_spawn(p_from, REASON_UNKNOWN_SPAWNER, "there is no such spawner here");
		return OK;
	}
	if (spawner->get_multiplayer_authority() != p_from) {
		refuse_spawn(p_from, REASON_FOREIGN_SPAWNER, vformat("peer %d has authority over the spawner \"%s\"", spawner->get_multiplayer_authority(), String(spawner->get_path())));
		return OK;
	}
	Peer *peer = peers.getptr(p_from);
	if (peer->nodes.size() >= MAX_NODES_PER_PEER) {
		refuse_spawn(p_from, REASON_TOO_MANY, vformat("it has %d nodes here already", int64_t(MAX_NODES_PER_PEER)));
		return OK;
	}
	const Received *earlier = peer->nodes.getptr(packet.node_id);
	if (earlier && ObjectDB::get_instance(earlier->node)) {
		refuse_spawn(p_from, REASON_NUMBER_TAKEN, "its number is that of another node");
		return OK;
	}
	Node *parent = spawner->get_spawn_node();
	if (parent == nullptr) {
		refuse_spawn(p_from, REASON_NO_PLACE, vformat("spawn_path \"%s\" of \"%s\" leads to no node", String(spawner->get_spawn_path()), String(spawner->get_path())));
		return OK;
	}
	const ObjectID spawner_id = spawner->get_instance_id();
	const ObjectID parent_id = parent->get_instance_id();
	Node *node = make_node(p_from, packet, spawner, parent);
	if (node == nullptr) {
		return OK;
	}
	parent = ObjectDB::get_instance<Node>(parent_id);
	if (parent == nullptr || !peers.has(p_from)) {
		memdelete(node);
		return OK;
	}
	carry_out_spawn(p_from, packet, spawner_id, node, parent);
	return OK;
}

// Outside the tree, with its name.
Node *SceneReplication::make_node(int p_from, const SpawnPacket &p_packet, MultiplayerSpawner *p_spawner, Node *p_parent) {
	const String name = String::utf8(reinterpret_cast<const char *>(p_packet.name.ptr()), int(p_packet.name.size()));
	if (name.is_empty() || name != name.validate_node_name()) {
		refuse_spawn(p_from, REASON_NAME, vformat("\"%s\" is no name for a node", SceneMultiplayer::quote_bytes(p_packet.name)));
		return nullptr;
	}
	if (p_parent->get_child_by_name(name)) {
		refuse_spawn(p_from, REASON_NAME_TAKEN, vformat("\"%s\" has a child \"%s\" already", String(p_parent->get_path()), name));
		return nullptr;
	}
	Variant data;
	if (p_packet.scene == SpawnPacket::CUSTOM_SCENE) {
		int length = 0;
		if (decode_argument(data, p_packet.data, length, multiplayer->is_object_decoding_allowed()) != OK || uint64_t(length) != p_packet.data.size()) {
			refuse_spawn(p_from, REASON_DATA, "its data cannot be decoded");
			return nullptr;
		}
	}
	const String path = p_spawner->get_path();
	String error;
	Node *node = p_packet.scene == SpawnPacket::CUSTOM_SCENE ? p_spawner->instantiate_custom(data, error) : p_spawner->instantiate_scene(p_packet.scene, error);
	if (node == nullptr) {
		refuse_spawn(p_from, REASON_NOT_MADE, vformat("spawner \"%s\": %s", path, error));
		return nullptr;
	}
	node->set_name(name);
	return node;
}

void SceneReplication::carry_out_spawn(int p_from, const SpawnPacket &p_packet, ObjectID p_spawner, Node *p_node, Node *p_parent) {
	const ObjectID id = p_node->get_instance_id();
	Received &received = peers.getptr(p_from)->nodes[p_packet.node_id];
	received.node = id;
	received.spawner = p_spawner;
	Arrival current;
	current.from = p_from;
	current.root = id;
	current.packet = &p_packet;
	Arrival *outer = arrival;
	arrival = &current;
	p_parent->add_child(p_node);
	arrival = outer;
	Node *node = ObjectDB::get_instance<Node>(id);
	if (node && node->get_parent() == nullptr && !node->is_node_ready()) {
		memdelete(node); // The parent did not take it, and has said why.
		node = nullptr;
	}
	if (current.error != OK) {
		refuse_spawn(p_from, REASON_STATE, "its state cannot be decoded");
		if (Peer *peer = peers.getptr(p_from)) {
			peer->nodes.erase(p_packet.node_id);
		}
		if (node) {
			node->queue_free();
		}
		return;
	}
	if (current.next != p_packet.synchronizer_ids.size()) {
		refuse_spawn(p_from, REASON_SYNCHRONIZERS, vformat("(though it is made) it has %d synchronizers that the sender owns, and \"%s\" has %d here", int64_t(p_packet.synchronizer_ids.size()), node ? String(node->get_name()) : String(), int64_t(current.next)));
	}
	MultiplayerSpawner *spawner = ObjectDB::get_instance<MultiplayerSpawner>(p_spawner);
	if (node && spawner) {
		spawner->emit_signal(SNAME("spawned"), node);
	}
}

// So that its _ready() and those of its parents see the state.
void SceneReplication::take_arriving_state(Sync *p_sync, MultiplayerSynchronizer *p_node) {
	Arrival *current = arrival;
	if (current == nullptr || current->root != p_sync->root || p_sync->authority != current->from || current->error != OK) {
		return;
	}
	const SpawnPacket &packet = *current->packet;
	Peer *peer = peers.getptr(current->from);
	if (peer == nullptr) {
		return;
	}
	if (current->next >= packet.synchronizer_ids.size()) {
		current->next++;
		return; // Told when all have entered.
	}
	const uint32_t number = packet.synchronizer_ids[current->next++];
	peer->synchronizers[number] = p_sync->id;
	if (Received *received = peer->nodes.getptr(packet.node_id)) {
		received->synchronizers.push_back(number); // Only what is there: a packet can name more than anybody has.
	}
	p_sync->state.refresh(p_node->get_config(), p_sync->root);
	uint64_t length = 0;
	const Error error = p_sync->state.decode(ReplicationState::KIND_SPAWN, packet.state.subspan(current->state_at), multiplayer->is_object_decoding_allowed(), length);
	if (error != OK) {
		current->error = error;
	}
	current->state_at += length;
}

// Nobody else gives out its numbers, so nobody else can mean its nodes. A node that is gone already is no mistake of the peer.
Error SceneReplication::process_despawn(int p_from, Span<uint8_t> p_bytes) {
	DespawnPacket packet;
	if (!packet.decode(p_bytes)) {
		return ERR_INVALID_DATA;
	}
	Peer *peer = peers.getptr(p_from);
	const Received *found = peer->nodes.getptr(packet.node_id);
	if (found == nullptr) {
		return OK;
	}
	const Received received = *found;
	peer->nodes.erase(packet.node_id);
	for (uint32_t id : received.synchronizers) {
		peer->synchronizers.erase(id);
	}
	Node *node = ObjectDB::get_instance<Node>(received.node);
	if (node == nullptr) {
		return OK;
	}
	if (Node *parent = node->get_parent()) {
		parent->remove_child(node);
	}
	node = ObjectDB::get_instance<Node>(received.node);
	MultiplayerSpawner *spawner = ObjectDB::get_instance<MultiplayerSpawner>(received.spawner);
	if (node) {
		node->queue_free();
		if (spawner) {
			spawner->emit_signal(SNAME("despawned"), node);
		}
	}
	return OK;
}
