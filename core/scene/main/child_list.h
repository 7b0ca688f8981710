// ChildList: the children of a node, in order.
#pragma once

#include "core/templates/local_vector.h"

class Node;

// Owns nothing. Taking out a child costs the same wherever it stands; gaps are closed when somebody next asks by position, so that taking
// out many, in any order, or always the first or the last, is linear. One gap may stay, the hole: there, children are put between others at no
// more cost than at the end. Knows each child's place by a number in the child (Node::slot).
class ChildList {
	mutable LocalVector<Node *> slots; // Null before `first`, and where a child was taken out.
	mutable uint32_t first = 0;
	mutable uint32_t gaps = 0; // Behind `first`, those of the hole with them.
	mutable uint32_t hole = 0; // Where it begins.
	mutable uint32_t hole_size = 0;

	void close_gaps() const;
	void trim();
	void make_room(uint32_t p_at, uint32_t p_room);
	void move_hole(uint32_t p_at);
	void put(uint32_t p_at, Node *p_child);
	Node *get_over_gaps(uint32_t p_index) const;

public:
	uint32_t size() const { return slots.size() - first - gaps; }
	bool is_empty() const { return size() == 0; }
	Node *operator[](uint32_t p_index) const {
		return unlikely(gaps > 0) ? get_over_gaps(p_index) : slots[first + p_index];
	}
	// Both go stale with the next change.
	Node *const *begin() const {
		if (unlikely(gaps > 0)) {
			close_gaps();
		}
		return slots.ptr() + first;
	}
	Node *const *end() const { return begin() + size(); }
	uint32_t find(const Node *p_child) const; // It must be in here.
	void insert(uint32_t p_index, Node *p_child);
	void erase(Node *p_child); // It must be in here.
	void move(Node *p_child, uint32_t p_index);
};
