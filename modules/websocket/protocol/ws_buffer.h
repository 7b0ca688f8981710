// A byte queue: appended at the end, consumed from the front. Allocates nothing until bytes arrive and never zero-fills.
#pragma once

#include "core/os/memory.h"
#include "core/typedefs.h"

#include <cstring>

// Move-only. Views go stale with the next append() or extend(). Holds less than 2 GiB; callers check limits first.
class WSBuffer {
public:
	bool is_empty() const { return begin == end; }
	int size() const { return int(end - begin); }
	int get_capacity() const { return int(capacity); }
	const uint8_t *ptr() const { return bytes + begin; }
	uint8_t *ptrw() { return bytes + begin; }

	// Makes room for p_size more bytes and returns where to write them; their content is undefined until then.
	uint8_t *extend(int p_size) {
		if (uint32_t(p_size) > capacity - end) {
			_make_room(uint32_t(p_size));
		}
		uint8_t *at = bytes + end;
		end += uint32_t(p_size);
		return at;
	}

	void append(const void *p_data, int p_size) {
		if (p_size > 0) {
			memcpy(extend(p_size), p_data, size_t(p_size));
		}
	}

	void consume(int p_size) {
		begin += uint32_t(p_size);
		if (begin == end) {
			begin = end = 0;
		}
	}

	void clear() { begin = end = 0; } // Keeps the memory.

	void release() {
		if (bytes) {
			memfree(bytes);
		}
		bytes = nullptr;
		begin = end = capacity = 0;
	}

	WSBuffer() = default;
	WSBuffer(WSBuffer &&p_other) { *this = static_cast<WSBuffer &&>(p_other); }
	WSBuffer &operator=(WSBuffer &&p_other) {
		SWAP(bytes, p_other.bytes);
		SWAP(begin, p_other.begin);
		SWAP(end, p_other.end);
		SWAP(capacity, p_other.capacity);
		return *this;
	}
	WSBuffer(const WSBuffer &) = delete;
	WSBuffer &operator=(const WSBuffer &) = delete;
	~WSBuffer() { release(); }

private:
	_NO_INLINE_ void _make_room(uint32_t p_size) {
		const uint32_t used = end - begin;
		if (begin > 0 && used > 0) {
			memmove(bytes, bytes + begin, used);
		}
		begin = 0;
		end = used;
		if (capacity - used < p_size) {
			uint32_t wanted = capacity * 2 > used + p_size ? capacity * 2 : used + p_size;
			capacity = wanted < 256 ? 256 : wanted;
			bytes = static_cast<uint8_t *>(bytes ? memrealloc(bytes, capacity) : memalloc(capacity));
		}
	}

	uint8_t *bytes = nullptr;
	uint32_t begin = 0;
	uint32_t end = 0;
	uint32_t capacity = 0;
};
