// Little-endian bytes, one after the other.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

class ByteOut {
public:
	void u8(uint8_t p_value) { bytes.push_back(p_value); }
	void u16(uint32_t p_value) { number(p_value, 2); }
	void u32(uint32_t p_value) { number(p_value, 4); }
	void u64(uint64_t p_value) { number(p_value, 8); }
	void append(Span<uint8_t> p_bytes) { bytes.append_span(p_bytes); }
	void append(const Vector<uint8_t> &p_bytes) { bytes.append_array(p_bytes); }
	void text(const char *p_text, int p_length) { bytes.append_span(Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), uint64_t(p_length))); }
	void zeros(int64_t p_count) {
		for (int64_t i = 0; i < p_count; i++) {
			bytes.push_back(0);
		}
	}
	void pad_to(int64_t p_multiple) { zeros((p_multiple - size() % p_multiple) % p_multiple); }
	// p_bytes behind their length.
	void block(const Vector<uint8_t> &p_bytes) {
		u32(uint32_t(p_bytes.size()));
		append(p_bytes);
	}
	void set_u32(int64_t p_at, uint32_t p_value) {
		for (int i = 0; i < 4; i++) {
			bytes.set(p_at + i, uint8_t(p_value >> (8 * i)));
		}
	}
	int64_t size() const { return bytes.size(); }
	const Vector<uint8_t> &get() const { return bytes; }

private:
	void number(uint64_t p_value, int p_bytes) {
		for (int i = 0; i < p_bytes; i++) {
			bytes.push_back(uint8_t(p_value >> (8 * i)));
		}
	}
	Vector<uint8_t> bytes;
};
