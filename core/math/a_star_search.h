// The A* search itself, over whatever has nodes: the cheapest way first, by what was paid and what is estimated.
#pragma once

#include "core/math/math_defs.h"
#include "core/templates/local_vector.h"

// What the search notes of a node. The numbers of searches tell old notes from new ones, so that nothing is reset between them.
struct AStarNode {
	AStarNode *previous = nullptr;
	real_t paid = 0; // From the start.
	real_t total = 0; // And from here to the end, as estimated.
	real_t left = 0; // The estimate alone.
	uint64_t opened_in = 0;
	uint64_t closed_in = 0;
	uint32_t place = 0; // In the queue.
};

// A binary heap that knows where its nodes stand. Of equal totals the node comes first that is farther from the start.
class AStarQueue {
	LocalVector<AStarNode *> nodes;

	static bool is_after(const AStarNode *p_a, const AStarNode *p_b) {
		return p_a->total != p_b->total ? p_a->total > p_b->total : p_a->paid < p_b->paid;
	}
	void put(uint32_t p_place, AStarNode *p_node) {
		nodes[p_place] = p_node;
		p_node->place = p_place;
	}
	void rise(uint32_t p_place, AStarNode *p_node) {
		while (p_place > 0 && is_after(nodes[(p_place - 1) / 2], p_node)) {
			put(p_place, nodes[(p_place - 1) / 2]);
			p_place = (p_place - 1) / 2;
		}
		put(p_place, p_node);
	}

public:
	bool is_empty() const { return nodes.is_empty(); }
	void add(AStarNode *p_node) {
		nodes.push_back(p_node);
		rise(nodes.size() - 1, p_node);
	}
	void move_up(AStarNode *p_node) { rise(p_node->place, p_node); }
	AStarNode *take_first() {
		AStarNode *first = nodes[0];
		AStarNode *last = nodes[nodes.size() - 1];
		nodes.resize(nodes.size() - 1);
		const uint32_t count = nodes.size();
		if (count == 0) {
			return first;
		}
		// The gap sinks to the bottom, where the last node fills it and rises again: that is nearly always its place.
		uint32_t gap = 0;
		uint32_t child = 2;
		while (child < count) {
			child -= is_after(nodes[child], nodes[child - 1]);
			put(gap, nodes[child]);
			gap = child;
			child = 2 * (gap + 1);
		}
		if (child == count) {
			put(gap, nodes[child - 1]);
			gap = child - 1;
		}
		rise(gap, last);
		return first;
	}
};

// Returns the last node of the way, whose `previous` lead back to p_begin; null when there is none. With p_partial it is then the node
// nearest to the end.
//   p_visit_neighbours(node, visit): calls visit(neighbour) for each that can be gone to
//   p_cost(from, to), p_estimate(node): both at least 0
// p_pass: another number for each search.
template <typename Node, typename VisitNeighbours, typename Cost, typename Estimate>
Node *a_star_search(Node *p_begin, Node *p_end, uint64_t p_pass, bool p_partial, VisitNeighbours p_visit_neighbours, Cost p_cost, Estimate p_estimate) {
	AStarQueue queue;
	const auto open = [&](Node *p_node, Node *p_previous, real_t p_paid) {
		const bool is_known = p_node->opened_in == p_pass;
		if (is_known && p_paid >= p_node->paid) {
			return;
		}
		p_node->previous = p_previous;
		p_node->paid = p_paid;
		if (!is_known) {
			p_node->opened_in = p_pass;
			p_node->left = p_estimate(p_node);
		}
		p_node->total = p_paid + p_node->left;
		if (is_known) {
			queue.move_up(p_node);
		} else {
			queue.add(p_node);
		}
	};
	open(p_begin, nullptr, 0);
	Node *nearest = nullptr;
	while (!queue.is_empty()) {
		Node *node = static_cast<Node *>(queue.take_first());
		if (node == p_end) {
			return node;
		}
		if (!nearest || node->left < nearest->left || (node->left == nearest->left && node->paid < nearest->paid)) {
			nearest = node;
		}
		node->closed_in = p_pass;
		p_visit_neighbours(node, [&](Node *p_neighbour) {
			if (p_neighbour->closed_in != p_pass) {
				open(p_neighbour, node, node->paid + p_cost(node, p_neighbour));
			}
		});
	}
	return p_partial ? nearest : nullptr;
}
