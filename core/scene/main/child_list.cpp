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
	if (first == slots.size()) {
		slots.resize(0);
		first = 0;
	} else if (first > 16 && first > slots.size() / 2) {
		close_gaps();
	}
}

// Half as much as there is: whoever puts children before all others one by one moves the others a few times only.
void ChildList::make_room_in_front() {
	const uint32_t room = slots.size() / 2 + 1;
	const uint32_t count = slots.size();
	slots.resize(count + room);
	for (uint32_t i = count; i > 0; i--) {
		Node *child = slots[i - 1];
		slots[i - 1 + room] = child;
		if (child) {
			child->slot = int(i - 1 + room);
		}
	}
	for (uint32_t i = 0; i < room; i++) {
		slots[i] = nullptr;
	}
	first = room;
}

uint32_t ChildList::find(const Node *p_child) const {
	if (gaps > 0) {
		close_gaps();
	}
	return uint32_t(p_child->slot) - first;
}

void ChildList::insert(uint32_t p_index, Node *p_child) {
	if (p_index == size()) {
		p_child->slot = int(slots.size());
		slots.push_back(p_child);
		return;
	}
	if (p_index == 0) {
		if (first == 0) {
			make_room_in_front();
		}
		p_child->slot = int(--first);
		slots[first] = p_child;
		return;
	}
	close_gaps();
	slots.insert(p_index, p_child);
	for (uint32_t i = p_index; i < slots.size(); i++) {
		slots[i]->slot = int(i);
	}
}

void ChildList::erase(Node *p_child) {
	slots[uint32_t(p_child->slot)] = nullptr;
	p_child->slot = -1;
	gaps++;
	trim();
}

void ChildList::move(Node *p_child, uint32_t p_index) {
	erase(p_child);
	insert(p_index, p_child);
}
