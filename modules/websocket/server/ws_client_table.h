// Clients by id: one array of pointers, probed from the place that the id names.
#pragma once

#include "core/os/memory.h"
#include "core/typedefs.h"

#include <cstring>

// T has get_id(), above 0. The ids are random, so they are their own hashes. Walking visits everybody once, in no order; nobody may be
// inserted or erased meanwhile.
template <typename T>
class WSClientTable {
public:
	class Iterator {
	public:
		Iterator(T *const *p_at, T *const *p_end) :
				at(p_at), end(p_end) { _skip(); }
		T *operator*() const { return *at; }
		Iterator &operator++() {
			at++;
			_skip();
			return *this;
		}
		bool operator!=(const Iterator &p_other) const { return at != p_other.at; }

	private:
		void _skip() {
			while (at != end && !*at) {
				at++;
			}
		}

		T *const *at;
		T *const *end;
	};

	Iterator begin() const { return Iterator(slots, slots + capacity); }
	Iterator end() const { return Iterator(slots + capacity, slots + capacity); }
	uint32_t size() const { return count; }
	bool is_empty() const { return count == 0; }

	T *find(int32_t p_id) const {
		for (uint32_t i = uint32_t(p_id); capacity > 0; i++) {
			T *const one = slots[i & (capacity - 1)];
			if (!one || one->get_id() == p_id) {
				return one;
			}
		}
		return nullptr;
	}

	void insert(T *p_client) { // It is not there.
		if ((count + 1) * 4 > capacity * 3) {
			_resize(capacity > 0 ? capacity * 2 : SMALLEST);
		}
		_place(p_client);
		count++;
	}

	void erase(int32_t p_id) { // Does nothing for an unknown one.
		if (!find(p_id)) {
			return;
		}
		const uint32_t mask = capacity - 1;
		uint32_t hole = uint32_t(p_id) & mask;
		while (slots[hole]->get_id() != p_id) {
			hole = (hole + 1) & mask;
		}
		// Whoever had to step over the hole comes back to it.
		for (uint32_t i = (hole + 1) & mask; slots[i]; i = (i + 1) & mask) {
			const uint32_t home = uint32_t(slots[i]->get_id()) & mask;
			if (((i - home) & mask) >= ((i - hole) & mask)) {
				slots[hole] = slots[i];
				hole = i;
			}
		}
		slots[hole] = nullptr;
		count--;
		if (count * 8 < capacity && capacity > SMALLEST) {
			_resize(capacity / 2);
		}
	}

	WSClientTable() = default;
	WSClientTable(const WSClientTable &) = delete;
	WSClientTable &operator=(const WSClientTable &) = delete;
	~WSClientTable() { _free(slots); }

private:
	static constexpr uint32_t SMALLEST = 16;

	static void _free(T **p_slots) {
		if (p_slots) {
			memfree(p_slots);
		}
	}
	void _place(T *p_client) {
		uint32_t i = uint32_t(p_client->get_id()) & (capacity - 1);
		while (slots[i]) {
			i = (i + 1) & (capacity - 1);
		}
		slots[i] = p_client;
	}
	void _resize(uint32_t p_capacity) {
		T **const before = slots;
		T **const before_end = slots + capacity;
		slots = static_cast<T **>(memalloc(p_capacity * sizeof(T *)));
		memset(slots, 0, p_capacity * sizeof(T *));
		capacity = p_capacity;
		for (T **at = before; at != before_end; at++) {
			if (*at) {
				_place(*at);
			}
		}
		_free(before);
	}

	T **slots = nullptr;
	uint32_t capacity = 0; // A power of two, or 0.
	uint32_t count = 0;
};
