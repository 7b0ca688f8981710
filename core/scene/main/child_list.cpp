// Gaps and places.
#include "core/scene/main/child_list.h"

#include "core/scene/main/node.h"

void ChildList::close_gaps() const {
	uint32_t kept = 0;
	for (uint32_t i = first; i < slots.size(); i++) {
		if (slots[i]) {
			slots[i]->slot = int(kept);
			slots[kept++] = slots[i];
		}
	}
	slots.resize(kept);
	first = 0;
	gaps = 0;
	hole_size = 0;
}

// Gaps at either end are none.
void ChildList::trim() {
	while (gaps > 0 && !slots[slots.size() - 1]) {
		slots.resize(slots.size() - 1);
		gaps--;
	}
	while (gaps > 0 && !slots[first]) {
		first++;
		gaps--;
	}
	const uint32_t hole_end = MIN(hole + hole_size, slots.size());
	hole = MAX(hole, first);
	hole_size = hole_end > hole ? hole_end - hole : 0;
	if (first == slots.size()) {
		slots.resize(0);
		first = 0;
	} else if (first > 16 && first > slots.size() / 2) {
		close_gaps();
	}
}

// From the slot p_at on all move up.
void ChildList::make_room(uint32_t p_at, uint32_t p_room) {
	const uint32_t count = slots.size();
	slots.resize(count + p_room);
	for (uint32_t i = count; i > p_at; i--) {
		put(i - 1 + p_room, slots[i - 1]);
	}
	for (uint32_t i = p_at; i < p_at + p_room; i++) {
		slots[i] = nullptr;
	}
}

// To between other children, of which none is a gap.
void ChildList::move_hole(uint32_t p_at) {
	while (hole > p_at) {
		hole--;
		put(hole + hole_size, slots[hole]);
		slots[hole] = nullptr;
	}
	while (hole < p_at) {
		put(hole, slots[hole + hole_size]);
		slots[hole + hole_size] = nullptr;
		hole++;
	}
}

void ChildList::put(uint32_t p_at, Node *p_child) {
	slots[p_at] = p_child;
	if (p_child) {
		p_child->slot = int(p_at);
	}
}

Node *ChildList::get_over_gaps(uint32_t p_index) const {
	if (gaps > hole_size) {
		close_gaps();
	}
	const uint32_t at = first + p_index;
	return slots[at < hole ? at : at + hole_size];
}

uint32_t ChildList::find(const Node *p_child) const {
	if (gaps > hole_size) {
		close_gaps();
	}
	const uint32_t at = uint32_t(p_child->slot);
	return at - first - (at < hole ? 0 : hole_size);
}

// Where there is no room it is made for half as many as there are: whoever puts children at one place one by one moves the others a few times only.
void ChildList::insert(uint32_t p_index, Node *p_child) {
	if (p_index == size()) {
		p_child->slot = int(slots.size());
		slots.push_back(p_child);
		return;
	}
	const uint32_t room = slots.size() / 2 + 1;
	if (p_index == 0) {
		if (first == 0) {
			make_room(0, room);
			first = room;
			hole += room;
		}
		put(--first, p_child);
		return;
	}
	if (gaps > hole_size) {
		close_gaps();
	}
	if (hole_size == 0) {
		hole = first + p_index;
		make_room(hole, room);
		hole_size = gaps = room;
	} else {
		move_hole(first + p_index);
	}
	put(hole, p_child);
	hole++;
	hole_size--;
	gaps--;
}

void ChildList::erase(Node *p_child) {
	const uint32_t at = uint32_t(p_child->slot);
	slots[at] = nullptr;
	p_child->slot = -1;
	gaps++;
	if (hole_size == 0 || at + 1 == hole) {
		hole = at;
		hole_size++;
	} else if (at == hole + hole_size) {
		hole_size++;
	}
	trim();
}

void ChildList::move(Node *p_child, uint32_t p_index) {
	erase(p_child);
	insert(p_index, p_child);
}
