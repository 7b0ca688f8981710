// DatagramQueue: datagrams that came and wait for a script, with where they came from.
#pragma once

#include "core/io/net_socket.h"
#include "core/templates/local_vector.h"

#include <cstring>

// Takes no memory while it is empty and nothing has come. Pointers that take() gives stay good until the next push().
class DatagramQueue {
public:
	struct Item {
		int size = 0;
		uint16_t port = 0;
		IPAddress address;
	};

	bool is_empty() const { return first == items.size(); }
	int get_count() const { return int(items.size() - first); }
	// Bytes that wait, with what is kept for each datagram.
	int64_t get_size() const { return int64_t(bytes.size()) - begin + int64_t(get_count()) * int64_t(sizeof(Item)); }

	void push(const NetSocket::Datagram &p_datagram) {
		if (is_empty() || begin > MAX(KEPT_BYTES, bytes.size() / 2) || first > MAX(KEPT_ITEMS, items.size() / 2)) {
			_close_gap();
		}
		const uint32_t end = bytes.size();
		if (bytes.get_capacity() - end < uint32_t(p_datagram.size)) {
			bytes.reserve(MAX(bytes.get_capacity() * 2, end + uint32_t(p_datagram.size)));
		}
		bytes.resize(end + uint32_t(p_datagram.size));
		if (p_datagram.size > 0) {
			memcpy(bytes.ptr() + end, p_datagram.data, size_t(p_datagram.size));
		}
		items.push_back({ p_datagram.size, p_datagram.port, p_datagram.address });
	}

	// Only when not empty.
	const Item &take(const uint8_t *&r_bytes) {
		const Item &item = items[first++];
		r_bytes = bytes.ptr() + begin;
		begin += uint32_t(item.size);
		return item;
	}

	void reset() {
		items.reset();
		bytes.reset();
		first = begin = 0;
	}

private:
	static constexpr uint32_t KEPT_BYTES = 65536;
	static constexpr uint32_t KEPT_ITEMS = 1024;

	// What was taken makes room.
	void _close_gap() {
		const uint32_t left = bytes.size() - begin;
		if (left > 0) {
			memmove(bytes.ptr(), bytes.ptr() + begin, left);
		}
		bytes.resize(left);
		const uint32_t count = items.size() - first;
		for (uint32_t i = 0; i < count; i++) {
			items[i] = items[first + i];
		}
		items.resize(count);
		first = begin = 0;
	}

	LocalVector<Item> items;
	LocalVector<uint8_t> bytes; // One after the other, in the order of items.
	uint32_t first = 0; // Those before it were taken;
	uint32_t begin = 0; // their bytes, too.
};
