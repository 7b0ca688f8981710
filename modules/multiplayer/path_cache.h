// PathCache: small numbers for nodes, so that packets need not carry paths.
#pragma once

#include "core/object/object_id.h"
#include "core/string/node_path.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/span.h"
#include "modules/multiplayer/peer_set.h"

class Node;
class SceneMultiplayer;

// Each side numbers the nodes that it names; the other side learns number and path once, and confirms. Owned by its SceneMultiplayer, for the
// main thread. Memory is bounded: see the limits.
class PathCache {
public:
	// What one peer can make us remember; past it, its announcements are refused.
	static constexpr uint32_t MAX_PATHS_PER_PEER = 65536;
	static constexpr uint32_t MAX_PATH_BYTES_PER_PEER = 4 * 1024 * 1024;
	static constexpr uint32_t MAX_PATH_BYTES = 4096;

	explicit PathCache(SceneMultiplayer *p_multiplayer) :
			multiplayer(p_multiplayer) {}

	// The number of a node, kept until it leaves the tree or the network ends. 0: it is not below the root path.
	uint32_t get_id(Node *p_node);
	// Tells the peers that do not know the node yet. True: all of them have confirmed, so that the number alone will do.
	bool make_known(Node *p_node, Span<int> p_peers);
	bool is_confirmed(const Node *p_node, int p_peer) const;
	// UTF-8, relative to the root path; empty: it is not below.
	CharString get_relative_path(const Node *p_node) const;

	// The node that a peer means by a number; null when it never said so, or when there is none at its path any more.
	Node *find(int p_from, uint32_t p_id);
	// The node at a path that came from outside: relative to the root path, and not above it.
	Node *find_path(Span<uint8_t> p_path) const;

	void process_simplify_path(int p_from, Span<uint8_t> p_packet);
	void process_confirm_path(int p_from, Span<uint8_t> p_packet);

	void forget_node(ObjectID p_id);
	void on_peer_removed(int p_peer, uint32_t p_slot);
	void forget_sent(); // Paths begin at another node from now on; numbers go on, so that old ones are not taken for new ones.
	void clear();

private:
	struct Sent {
		uint32_t id = 0;
		PeerSet told;
		PeerSet confirmed;
	};
	struct Place {
		NodePath path;
		ObjectID node;
	};
	struct Received {
		HashMap<uint32_t, Place> places;
		uint64_t path_bytes = 0;
	};

	SceneMultiplayer *multiplayer;
	HashMap<ObjectID, Sent> sent;
	HashMap<uint32_t, ObjectID> sent_ids;
	HashMap<int, Received> received;
	uint32_t last_id = 0;

	Sent *get_sent(Node *p_node);
	Node *get_inside(Node *p_root, const NodePath &p_path) const;
};
