// Numbers of nodes, both directions.
#include "modules/multiplayer/path_cache.h"

#include "core/object/callable_method_pointer.h"
#include "core/scene/main/node.h"
#include "core/string/utf8.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/scene_multiplayer.h"

PathCache::Sent *PathCache::get_sent(Node *p_node) {
	const ObjectID node_id = p_node->get_instance_id();
	if (Sent *known = sent.getptr(node_id)) {
		return known;
	}
	Node *root = multiplayer->get_root_node();
	if (!root || (root != p_node && !root->is_ancestor_of(p_node))) {
		return nullptr;
	}
	Sent entry;
	entry.id = ++last_id;
	sent.insert(node_id, entry);
	sent_ids.insert(entry.id, node_id);
	// A node that leaves the tree gets another number when it comes back: somebody else may have its path by then.
	const Callable exited = callable_mp(multiplayer, &SceneMultiplayer::_node_exited).bind(uint64_t(node_id));
	if (!p_node->is_connected(SNAME("tree_exited"), exited)) {
		p_node->connect(SNAME("tree_exited"), exited, Object::CONNECT_ONE_SHOT);
	}
	return sent.getptr(node_id);
}

uint32_t PathCache::get_id(Node *p_node) {
	const Sent *entry = get_sent(p_node);
	return entry ? entry->id : 0;
}

CharString PathCache::get_relative_path(const Node *p_node) const {
	const Node *root = multiplayer->get_root_node();
	if (!root || (root != p_node && !root->is_ancestor_of(p_node))) {
		return CharString();
	}
	return String(root->get_path_to(p_node)).utf8();
}

bool PathCache::make_known(Node *p_node, Span<int> p_peers) {
	Sent *entry = get_sent(p_node);
	if (!entry) {
		return false;
	}
	bool all_confirmed = true;
	Vector<uint8_t> packet; // Made for the first who needs it.
	for (int id : p_peers) {
		const MultiplayerPeerState *peer = multiplayer->get_registry().get(id);
		if (!peer || entry->confirmed.has(peer->slot)) {
			continue;
		}
		all_confirmed = false;
		if (entry->told.has(peer->slot)) {
			continue;
		}
		if (packet.is_empty()) {
			const CharString path = get_relative_path(p_node);
			const CharString checksum = multiplayer->get_dispatcher().get_checksum(p_node).utf8();
			SimplifyPathPacket announcement;
			announcement.checksum = Span<uint8_t>(reinterpret_cast<const uint8_t *>(checksum.get_data()), uint64_t(checksum.length()));
			announcement.id = entry->id;
			announcement.path = Span<uint8_t>(reinterpret_cast<const uint8_t *>(path.get_data()), uint64_t(path.length()));
			announcement.encode(packet);
		}
		entry->told.insert(peer->slot);
		multiplayer->send_command(packet.span(), id, 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
		entry = sent.getptr(p_node->get_instance_id()); // A script that implements the peer may have done anything.
		if (!entry) {
			return false;
		}
	}
	return all_confirmed;
}

bool PathCache::is_confirmed(const Node *p_node, int p_peer) const {
	const Sent *entry = sent.getptr(p_node->get_instance_id());
	const MultiplayerPeerState *peer = multiplayer->get_registry().get(p_peer);
	return entry && peer && entry->confirmed.has(peer->slot);
}

Node *PathCache::get_inside(Node *p_root, const NodePath &p_path) const {
	Node *node = p_root && !p_path.is_empty() ? p_root->get_node_or_null(p_path) : nullptr;
	return node && (node == p_root || p_root->is_ancestor_of(node)) ? node : nullptr;
}

Node *PathCache::find_path(Span<uint8_t> p_path) const {
	if (p_path.is_empty() || p_path.size() > MAX_PATH_BYTES || !UTF8::is_valid(p_path)) {
		return nullptr;
	}
	const String text = String::utf8(reinterpret_cast<const char *>(p_path.ptr()), int64_t(p_path.size()));
	return get_inside(multiplayer->get_root_node(), NodePath(text));
}

// A node that was freed may have a successor of the same path.
Node *PathCache::find(int p_from, uint32_t p_id) {
	Received *peer = received.getptr(p_from);
	Place *place = peer ? peer->places.getptr(p_id) : nullptr;
	if (!place) {
		return nullptr;
	}
	Node *node = ObjectDB::get_instance<Node>(place->node);
	if (!node || !node->is_inside_tree()) {
		node = get_inside(multiplayer->get_root_node(), place->path);
		if (node) {
			place->node = node->get_instance_id();
		}
	}
	return node;
}

void PathCache::process_simplify_path(int p_from, Span<uint8_t> p_packet) {
	SimplifyPathPacket packet;
	if (!packet.decode(p_packet)) {
		multiplayer->refuse(p_from, REFUSED_MALFORMED, 0, [] { return String("a path announcement is malformed"); });
		return;
	}
	Received *peer = received.getptr(p_from);
	if (!peer) {
		peer = &received.insert(p_from, Received())->value;
	}
	if (peer->places.has(packet.id)) {
		multiplayer->refuse(p_from, REFUSED_PATH, 1, [&] { return vformat("the number %d stands for a node already", packet.id); });
		return;
	}
	if (peer->places.size() >= MAX_PATHS_PER_PEER || peer->path_bytes + packet.path.size() > MAX_PATH_BYTES_PER_PEER) {
		multiplayer->refuse(p_from, REFUSED_PATH, 2, [] { return String("it has announced too many paths"); });
		return;
	}
	Node *node = find_path(packet.path);
	if (!node) {
		multiplayer->refuse(p_from, REFUSED_NODE, 0, [&] { return vformat("there is no node \"%s\" below the root path; both sides need the same nodes at the same paths", SceneMultiplayer::quote_bytes(packet.path)); });
		return;
	}
	Place place;
	place.path = multiplayer->get_root_node()->get_path_to(node);
	place.node = node->get_instance_id();
	peer->places.insert(packet.id, place);
	peer->path_bytes += packet.path.size();
	const CharString expected = multiplayer->get_dispatcher().get_checksum(node).utf8();
	ConfirmPathPacket answer;
	answer.checksum_valid = packet.checksum == Span<uint8_t>(reinterpret_cast<const uint8_t *>(expected.get_data()), uint64_t(expected.length()));
	answer.id = packet.id;
	if (!answer.checksum_valid) {
		multiplayer->refuse(p_from, REFUSED_CHECKSUM, node->get_instance_id().operator uint64_t(), [&] { return vformat("node \"%s\" has other methods for remote calls there than here: give both sides the same script", String(place.path)); });
	}
	Vector<uint8_t> bytes;
	answer.encode(bytes);
	multiplayer->send_command(bytes.span(), p_from, 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
}

void PathCache::process_confirm_path(int p_from, Span<uint8_t> p_packet) {
	ConfirmPathPacket packet;
	if (!packet.decode(p_packet)) {
		multiplayer->refuse(p_from, REFUSED_MALFORMED, 1, [] { return String("a path confirmation is malformed"); });
		return;
	}
	const ObjectID *node_id = sent_ids.getptr(packet.id);
	Sent *entry = node_id ? sent.getptr(*node_id) : nullptr;
	const MultiplayerPeerState *peer = multiplayer->get_registry().get(p_from);
	if (!entry || !peer || !entry->told.has(peer->slot)) {
		return; // Of a node that has left meanwhile.
	}
	entry->confirmed.insert(peer->slot);
	if (!packet.checksum_valid) {
		const Node *node = ObjectDB::get_instance<Node>(*node_id);
		multiplayer->refuse(p_from, REFUSED_CHECKSUM, uint64_t(*node_id), [&] { return vformat("node \"%s\" has other methods for remote calls there than here: give both sides the same script", node ? String(node->get_path()) : String()); });
	}
}

void PathCache::forget_node(ObjectID p_id) {
	if (const Sent *entry = sent.getptr(p_id)) {
		sent_ids.erase(entry->id);
		sent.erase(p_id);
	}
}

void PathCache::on_peer_removed(int p_peer, uint32_t p_slot) {
	received.erase(p_peer);
	for (KeyValue<ObjectID, Sent> &entry : sent) {
		entry.value.told.erase(p_slot);
		entry.value.confirmed.erase(p_slot);
	}
}

void PathCache::forget_sent() {
	sent.clear();
	sent_ids.clear();
}

void PathCache::clear() {
	forget_sent();
	received.clear();
	last_id = 0;
}
