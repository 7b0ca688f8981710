// PeerSet: a set of peers, a bit each at its slot.
#pragma once

#include "core/templates/local_vector.h"

class PeerSet {
	LocalVector<uint64_t> words;

public:
	bool has(uint32_t p_slot) const { return p_slot / 64 < words.size() && (words[p_slot / 64] >> (p_slot % 64) & 1) != 0; }
	void insert(uint32_t p_slot) {
		while (words.size() <= p_slot / 64) {
			words.push_back(0);
		}
		words[p_slot / 64] |= uint64_t(1) << (p_slot % 64);
	}
	void erase(uint32_t p_slot) {
		if (p_slot / 64 < words.size()) {
			words[p_slot / 64] &= ~(uint64_t(1) << (p_slot % 64));
		}
	}
};
