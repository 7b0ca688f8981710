// The nodes that take part in one kind of frame (process or physics), in the order of their priority and then of the tree.
#pragma once

#include "core/object/object_id.h"
#include "core/templates/local_vector.h"

class Node;

// Owns nothing: a node joins and leaves by itself. Nodes may join, leave and die while run() is under way; those that join
// take their place in the next run.
class ProcessList {
public:
	enum Kind {
		KIND_IDLE,
		KIND_PHYSICS,
	};

	explicit ProcessList(Kind p_kind) :
			kind(p_kind) {}
	void add(Node *p_node);
	void remove(Node *p_node);
	// Priorities or the order of the tree have changed.
	void invalidate_order() { sorted = false; }
	// Takes part in the next run only, by its internal callback and at its place. May be freed before.
	void add_guest(Node *p_node);
	// One frame: internal callbacks, then the script's, for every node that can process now.
	void run();

private:
	const Kind kind;
	LocalVector<Node *> nodes; // Null where a node left since the last run began. Each knows its place (Node::process_places).
	bool sorted = true;
	bool running = false;
	bool has_holes = false;
	struct Guest {
		ObjectID id;
		uint32_t place = 0; // Before the node at this place.
	};
	LocalVector<Node *> guests; // Of the next run; none of them can die before it begins.

	LocalVector<Guest> place_guests();
	void run_guest(const Guest &p_guest);
	void sort();
	void compact();
	void run_node(uint32_t p_position);
};
