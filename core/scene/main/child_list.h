// ChildList: the children of a node, in order.
#pragma once

#include "core/templates/local_vector.h"

class Node;

// Owns nothing. Taking out a child costs the same wherever it stands; the gap is closed when somebody next asks by position, so that taking
// out many, in any order, or always the first or the last, is linear. Knows each child's place by a number in the child (Node::slot).
class ChildList {
	mutable LocalVector<Node *> slots; // Null before `first`, and where a child was taken out.
	mutable uint32_t first = 0;
	mutable uint32_t gaps = 0; // Behind `first`.

	void close_gaps() const;
	void trim();
	void make_room_in_front();

public:
	uint32_t size() const { return slots.size() - first - gaps; }
	bool is_empty() const { return size() == 0; }
	Node *operator[](uint32_t p_index) const {
		if (unlikely(gaps > 0)) {
			close_gaps();
		}
		return slots[first + p_index];
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
