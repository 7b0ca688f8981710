// Finished messages that wait to be read.
#pragma once

#include "core/templates/span.h"
#include "core/templates/vector.h"

#include <cstring>

inline Vector<uint8_t> ws_copy(Span<uint8_t> p_bytes) {
	Vector<uint8_t> copy;
	if (!p_bytes.is_empty()) {
		copy.resize_uninitialized(int64_t(p_bytes.size()));
		memcpy(copy.ptrw(), p_bytes.ptr(), size_t(p_bytes.size()));
	}
	return copy;
}

// First in, first out. One pointer until a message arrives; holds its messages by reference, so that reading moves them out.
class WSPacketQueue {
public:
	struct Packet {
		Vector<uint8_t> data;
		bool is_text = false;
	};

	int get_count() const { return ring ? int(ring->count) : 0; }
	int64_t get_bytes() const { return ring ? ring->bytes : 0; } // Sum of the payloads.
	void push(Vector<uint8_t> &&p_data, bool p_is_text);
	Packet pop(); // Only while get_count() > 0.
	void clear();

	WSPacketQueue() = default;
	WSPacketQueue(const WSPacketQueue &) = delete;
	WSPacketQueue &operator=(const WSPacketQueue &) = delete;
	~WSPacketQueue() { clear(); }

private:
	static constexpr uint32_t FIRST_CAPACITY = 4;
	static constexpr uint32_t KEPT_CAPACITY = 64; // A larger ring is given back when it empties.

	struct Ring {
		Packet *packets = nullptr;
		uint32_t capacity = 0; // A power of two.
		uint32_t first = 0;
		uint32_t count = 0;
		int64_t bytes = 0;
	};

	void _grow();

	Ring *ring = nullptr;
};
