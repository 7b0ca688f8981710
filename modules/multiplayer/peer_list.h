// PeerList: ids of peers, sorted.
#pragma once

#include "core/templates/local_vector.h"
#include "core/templates/span.h"

class PeerList {
	LocalVector<int> ids;

	uint32_t find_place(int p_id) const {
		uint32_t from = 0;
		uint32_t to = ids.size();
		while (from < to) {
			const uint32_t middle = (from + to) / 2;
			if (ids[middle] < p_id) {
				from = middle + 1;
			} else {
				to = middle;
			}
		}
		return from;
	}

public:
	bool is_empty() const { return ids.is_empty(); }
	uint32_t size() const { return ids.size(); }
	Span<int> span() const { return ids.span(); }
	const int *begin() const { return ids.begin(); }
	const int *end() const { return ids.end(); }
	void clear() { ids.reset(); }

	bool has(int p_id) const {
		const uint32_t place = find_place(p_id);
		return place < ids.size() && ids[place] == p_id;
	}
	void insert(int p_id) {
		const uint32_t place = find_place(p_id);
		if (place == ids.size() || ids[place] != p_id) {
			ids.insert(place, p_id);
		}
	}
	bool erase(int p_id) {
		const uint32_t place = find_place(p_id);
		if (place == ids.size() || ids[place] != p_id) {
			return false;
		}
		ids.remove_at(place);
		return true;
	}
	PeerList without(const PeerList &p_others) const {
		PeerList rest;
		for (int id : ids) {
			if (!p_others.has(id)) {
				rest.ids.push_back(id);
			}
		}
		return rest;
	}
};
