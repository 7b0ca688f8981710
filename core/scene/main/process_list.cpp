// The order and the safe iteration of the processing nodes.
#include "core/scene/main/process_list.h"

#include "core/scene/main/node.h"
#include "core/templates/sort_array.h"

#include <algorithm>

namespace {

struct IdleOrder {
	bool operator()(const Node *p_a, const Node *p_b) const {
		const int a = p_a->get_process_priority();
		const int b = p_b->get_process_priority();
		return a == b ? p_b->is_greater_than(p_a) : a < b;
	}
};

struct PhysicsOrder {
	bool operator()(const Node *p_a, const Node *p_b) const {
		const int a = p_a->get_physics_process_priority();
		const int b = p_b->get_physics_process_priority();
		return a == b ? p_b->is_greater_than(p_a) : a < b;
	}
};

} // namespace

void ProcessList::add(Node *p_node) {
	p_node->process_places[kind] = int(nodes.size());
	nodes.push_back(p_node);
	sorted = false;
}

void ProcessList::remove(Node *p_node) {
	int &place = p_node->process_places[kind];
	if (place < 0) {
		return;
	}
	nodes[uint32_t(place)] = nullptr;
	place = -1;
	has_holes = true;
}

void ProcessList::sort() {
	if (has_holes) {
		compact();
	}
	if (kind == KIND_IDLE) {
		SortArray<Node *, IdleOrder> sorter;
		sorter.sort(nodes.ptr(), nodes.size());
	} else {
		SortArray<Node *, PhysicsOrder> sorter;
		sorter.sort(nodes.ptr(), nodes.size());
	}
	for (uint32_t i = 0; i < nodes.size(); i++) {
		nodes[i]->process_places[kind] = int(i);
	}
	sorted = true;
}

void ProcessList::compact() {
	uint32_t kept = 0;
	for (uint32_t i = 0; i < nodes.size(); i++) {
		if (nodes[i]) {
			nodes[i]->process_places[kind] = int(kept);
			nodes[kept++] = nodes[i];
		}
	}
	nodes.resize(kept);
	has_holes = false;
}

void ProcessList::run_node(uint32_t p_position) {
	const bool physics = kind == KIND_PHYSICS;
	Node *node = nodes[p_position];
	if (node && node->can_process() && node->has_process_flag(physics ? Node::PROCESS_PHYSICS_INTERNAL : Node::PROCESS_INTERNAL)) {
		node->notification(physics ? Node::NOTIFICATION_INTERNAL_PHYSICS_PROCESS : Node::NOTIFICATION_INTERNAL_PROCESS);
	}
	node = nodes[p_position]; // The callback may have freed it.
	if (node && node->can_process() && node->has_process_flag(physics ? Node::PROCESS_PHYSICS : Node::PROCESS_IDLE)) {
		node->notification(physics ? Node::NOTIFICATION_PHYSICS_PROCESS : Node::NOTIFICATION_PROCESS);
	}
}

void ProcessList::add_guest(Node *p_node) {
	guests.push_back(p_node);
}

// In the order of the run. The list is sorted and has no holes.
LocalVector<ProcessList::Guest> ProcessList::place_guests() {
	const auto comes_before = [this](const Node *p_a, const Node *p_b) {
		return kind == KIND_IDLE ? IdleOrder()(p_a, p_b) : PhysicsOrder()(p_a, p_b);
	};
	LocalVector<Guest> placed;
	if (guests.size() > 1) {
		std::sort(guests.ptr(), guests.ptr() + guests.size(), comes_before);
	}
	for (const Node *guest : guests) {
		Node **const end = nodes.ptr() + nodes.size();
		Guest entry;
		entry.id = guest->get_instance_id();
		entry.place = uint32_t(std::lower_bound(nodes.ptr(), end, guest, comes_before) - nodes.ptr());
		placed.push_back(entry);
	}
	guests.clear();
	return placed;
}

void ProcessList::run_guest(const Guest &p_guest) {
	Node *node = static_cast<Node *>(ObjectDB::get_instance(p_guest.id));
	if (node && node->is_inside_tree() && node->can_process()) {
		node->notification(kind == KIND_PHYSICS ? Node::NOTIFICATION_INTERNAL_PHYSICS_PROCESS : Node::NOTIFICATION_INTERNAL_PROCESS);
	}
}

void ProcessList::run() {
	if (running) {
		guests.clear();
		return;
	}
	if (!sorted) {
		sort();
	} else if (has_holes) {
		compact();
	}
	running = true;
	const LocalVector<Guest> placed = place_guests();
	const uint32_t count = nodes.size();
	uint32_t next_guest = 0;
	for (uint32_t i = 0; i < count; i++) {
		for (; next_guest < placed.size() && placed[next_guest].place <= i; next_guest++) {
			run_guest(placed[next_guest]);
		}
		run_node(i);
	}
	for (; next_guest < placed.size(); next_guest++) {
		run_guest(placed[next_guest]);
	}
	running = false;
}
