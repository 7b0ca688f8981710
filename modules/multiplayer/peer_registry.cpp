// Lists and tables of peers.
#include "modules/multiplayer/peer_registry.h"

void PeerRegistry::add(int p_id) {
	if (states.has(p_id)) {
		return;
	}
	MultiplayerPeerState state;
	if (free_slots.is_empty()) {
		state.slot = ids.size();
	} else {
		state.slot = free_slots[free_slots.size() - 1];
		free_slots.resize(free_slots.size() - 1);
	}
	states.insert(p_id, state);
	ids.push_back(p_id);
}

bool PeerRegistry::remove(int p_id) {
	const MultiplayerPeerState *state = states.getptr(p_id);
	if (!state) {
		return false;
	}
	if (left.size() < MAX_LEFT) {
		left.push_back(p_id);
	} else {
		left[left_next] = p_id;
		left_next = (left_next + 1) % MAX_LEFT;
	}
	free_slots.push_back(state->slot);
	states.erase(p_id);
	ids.remove_at_unordered(uint32_t(ids.find(p_id)));
	return true;
}

PeerRegistry::Pending *PeerRegistry::get_pending(int p_id) {
	for (Pending &entry : pending) {
		if (entry.id == p_id) {
			return &entry;
		}
	}
	return nullptr;
}

void PeerRegistry::add_pending(int p_id, uint64_t p_now_usec) {
	if (!get_pending(p_id)) {
		Pending entry;
		entry.id = p_id;
		entry.since_usec = p_now_usec;
		pending.push_back(entry);
	}
}

bool PeerRegistry::remove_pending(int p_id) {
	for (uint32_t i = 0; i < pending.size(); i++) {
		if (pending[i].id == p_id) {
			pending.remove_at(i);
			return true;
		}
	}
	return false;
}

void PeerRegistry::clear() {
	ids.clear();
	states.clear();
	free_slots.clear();
	left.clear();
	left_next = 0;
	pending.clear();
}
