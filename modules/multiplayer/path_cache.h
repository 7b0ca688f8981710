// PathCache: small numbers for nodes, so that packets need not carry paths.
#pragma once

#include "core/error/error_list.h"
#include "core/object/object_id.h"
#include "core/string/node_path.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"

class Node;
class SceneMultiplayer;

// Each side numbers the nodes that it names; the other side learns number and path once, and confirms. Owned by its SceneMultiplayer, for the
// main thread. Memory is bounded: a peer can make known at most MAX_PATHS_PER_PEER nodes.
class PathCache {
public:
	static constexpr uint32_t MAX_PATHS_PER_PEER = 65536;

	explicit PathCache(SceneMultiplayer *p_multiplayer) :
			multiplayer(p_multiplayer) {}

	// The number of a node below the root path; it keeps it as long as it lives and the network lasts. 0: it is not below.
	uint32_t get_id(Node *p_node);
	// Tells the peers that do not know the node yet. True: all of them have confirmed, so that the number alone will do.
	bool make_known(Node *p_node, Span<int> p_peers);
	// The node that a peer means by a number; null when it never said so, or when the node is gone.
	Node *find(int p_from, uint32_t p_id);

	void on_peer_removed(int p_peer);
	void clear();

private:
	SceneMultiplayer *multiplayer;
};
