// What comes next.
#include "core/scene/main/node_walk.h"

#include "core/object/graveyard.h"

NodeWalk::NodeWalk() {
	Graveyard::hold();
}

void NodeWalk::add_children(Node *p_node, bool p_reversed) {
	const uint32_t count = p_node->children.size();
	for (uint32_t i = 0; i < count; i++) {
		visits.push_back(Visit{ p_node->children[p_reversed ? i : count - 1 - i], p_node, false });
	}
}
