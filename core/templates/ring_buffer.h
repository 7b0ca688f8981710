// RingBuffer: a queue of plain elements in one block whose size is a power of two.
#pragma once

#include "core/templates/local_vector.h"

// One thread. Holds at most get_capacity() elements, writes beyond that are cut short and reported by the count returned.
template <typename T>
class RingBuffer {
	static_assert(std::is_trivially_copyable_v<T>, "Elements are moved in blocks.");

	LocalVector<T> data;
	uint32_t mask = 0;
	uint32_t read_pos = 0; // Both run on and are masked on use, so that full and empty differ.
	uint32_t write_pos = 0;

	uint32_t _first_part(uint32_t p_pos, uint32_t p_count) const {
		return MIN(p_count, data.size() - (p_pos & mask));
	}

public:
	uint32_t get_capacity() const { return data.size(); }
	int data_left() const { return int(write_pos - read_pos); }
	int space_left() const { return int(data.size() - (write_pos - read_pos)); }
	bool is_empty() const { return write_pos == read_pos; }

	// Copies up to p_count elements out without removing them, skipping p_offset. Returns how many.
	int copy(T *p_to, int p_offset, int p_count) const {
		if (p_offset < 0 || p_count <= 0 || p_offset >= data_left()) {
			return 0;
		}
		const uint32_t count = uint32_t(MIN(p_count, data_left() - p_offset));
		const uint32_t from = read_pos + uint32_t(p_offset);
		const uint32_t first = _first_part(from, count);
		memcpy(p_to, data.ptr() + (from & mask), first * sizeof(T));
		memcpy(p_to + first, data.ptr(), (count - first) * sizeof(T));
		return int(count);
	}
	// Returns how many were read.
	int read(T *p_to, int p_count, bool p_advance = true) {
		const int count = copy(p_to, 0, p_count);
		if (p_advance) {
			read_pos += uint32_t(count);
		}
		return count;
	}
	int advance_read(int p_count) {
		const int count = CLAMP(p_count, 0, data_left());
		read_pos += uint32_t(count);
		return count;
	}
	// Returns how many found room.
	int write(const T *p_from, int p_count) {
		const uint32_t count = uint32_t(CLAMP(p_count, 0, space_left()));
		if (count == 0) {
			return 0;
		}
		const uint32_t first = _first_part(write_pos, count);
		memcpy(data.ptr() + (write_pos & mask), p_from, first * sizeof(T));
		memcpy(data.ptr(), p_from + first, (count - first) * sizeof(T));
		write_pos += count;
		return int(count);
	}
	Error write(const T &p_value) { return write(&p_value, 1) == 1 ? OK : FAILED; }

	// The oldest elements as far as they lie in one piece; remove them with advance_read().
	Span<T> peek() const {
		return Span<T>(data.ptr() + (read_pos & mask), _first_part(read_pos, uint32_t(data_left())));
	}

	void clear() {
		read_pos = 0;
		write_pos = 0;
	}
	// 1 << p_power elements; the content is kept when it fits, the newest are dropped when not.
	void resize(int p_power) {
		ERR_FAIL_COND(p_power < 0 || p_power > 30);
		LocalVector<T> fresh;
		fresh.resize(uint32_t(1) << p_power);
		const int kept = read(fresh.ptr(), int(fresh.size()));
		data = std::move(fresh);
		mask = data.size() - 1;
		read_pos = 0;
		write_pos = uint32_t(kept);
	}
	// Frees the memory; the capacity is 0 until the next resize().
	void reset() {
		clear();
		data.reset();
		mask = 0;
	}
};
