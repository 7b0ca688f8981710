// Numbers of nodes, both directions.
#include "modules/multiplayer/path_cache.h"

#include "modules/multiplayer/scene_multiplayer.h"

uint32_t PathCache::get_id(Node *p_node) {
	return 0;
}

bool PathCache::make_known(Node *p_node, Span<int> p_peers) {
	return false;
}

Node *PathCache::find(int p_from, uint32_t p_id) {
	return nullptr;
}

void PathCache::on_peer_removed(int p_peer) {
}

void PathCache::clear() {
}
