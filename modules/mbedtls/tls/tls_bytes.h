// A queue of bytes: appended behind, taken from the front. Gives its memory back when it is emptied.
#pragma once

#include "core/templates/local_vector.h"

#include <cstring>

// Views go stale with the next change.
class TLSBytes {
public:
	bool is_empty() const { return begin == bytes.size(); }
	int size() const { return int(bytes.size() - begin); }
	const uint8_t *ptr() const { return bytes.ptr() + begin; }
	Span<uint8_t> span() const { return Span<uint8_t>(ptr(), uint64_t(size())); }
	int get_capacity() const { return int(bytes.get_capacity()); }

	// Room for p_size more bytes, whose content is undefined; drop_last() gives back what was not filled.
	uint8_t *extend(int p_size) {
		_close_gap();
		const uint32_t used = bytes.size();
		bytes.resize(used + uint32_t(p_size));
		return bytes.ptr() + used;
	}
	void drop_last(int p_size) { bytes.resize(bytes.size() - uint32_t(p_size)); }
	void append(const uint8_t *p_data, int p_size) {
		if (p_size > 0) {
			memcpy(extend(p_size), p_data, size_t(p_size));
		}
	}
	void consume(int p_size) {
		begin += uint32_t(p_size);
		if (begin == bytes.size()) {
			clear();
		}
	}
	void clear() {
		begin = 0;
		bytes.clear();
		if (bytes.get_capacity() > KEPT_CAPACITY) {
			bytes.reset();
		}
	}

private:
	static constexpr uint32_t KEPT_CAPACITY = 1024; // Small messages need not allocate each time.

	void _close_gap() {
		if (begin > 0) {
			const uint32_t used = bytes.size() - begin;
			memmove(bytes.ptr(), bytes.ptr() + begin, used);
			bytes.resize(used);
			begin = 0;
		}
	}

	LocalVector<uint8_t> bytes;
	uint32_t begin = 0;
};
