// UTF-8 decoding, encoding and validation (Unicode 15, table 3-7).
#include "core/string/utf8.h"

#include <cstring>

namespace UTF8 {

namespace {

// What the first byte of a sequence promises: how many continuation bytes, and the range of the first of them.
struct Lead {
	uint8_t continuations; // 0 for a byte that cannot lead.
	uint8_t lowest;
	uint8_t highest;
};

Lead read_lead(uint8_t p_byte) {
	if (p_byte >= 0xC2 && p_byte <= 0xDF) {
		return { 1, 0x80, 0xBF };
	}
	if (p_byte >= 0xE0 && p_byte <= 0xEF) {
		return { 2, uint8_t(p_byte == 0xE0 ? 0xA0 : 0x80), uint8_t(p_byte == 0xED ? 0x9F : 0xBF) };
	}
	if (p_byte >= 0xF0 && p_byte <= 0xF4) {
		return { 3, uint8_t(p_byte == 0xF0 ? 0x90 : 0x80), uint8_t(p_byte == 0xF4 ? 0x8F : 0xBF) };
	}
	return { 0, 0, 0 };
}

} // namespace

int encode(char32_t p_char, uint8_t *r_bytes) {
	const int size = encoded_size(p_char);
	if (size == 1) {
		r_bytes[0] = uint8_t(p_char);
		return 1;
	}
	for (int i = size - 1; i > 0; i--) {
		r_bytes[i] = uint8_t(0x80 | (p_char & 0x3F));
		p_char >>= 6;
	}
	r_bytes[0] = uint8_t((0xF00 >> size) | p_char);
	return size;
}

Decoded decode(Span<uint8_t> p_bytes) {
	const uint8_t *bytes = p_bytes.ptr();
	const uint8_t first = bytes[0];
	if (first < 0x80) {
		return { first, 1, true };
	}
	const Lead lead = read_lead(first);
	if (lead.continuations == 0) {
		return { REPLACEMENT, 1, false };
	}
	char32_t character = first & (0x3F >> lead.continuations);
	uint8_t lowest = lead.lowest;
	uint8_t highest = lead.highest;
	for (uint8_t i = 1; i <= lead.continuations; i++) {
		if (i >= p_bytes.size() || bytes[i] < lowest || bytes[i] > highest) {
			return { REPLACEMENT, i, false };
		}
		character = (character << 6) | (bytes[i] & 0x3F);
		lowest = 0x80;
		highest = 0xBF;
	}
	return { character, uint8_t(lead.continuations + 1), true };
}

uint64_t ascii_prefix(Span<uint8_t> p_bytes) {
	const uint8_t *bytes = p_bytes.ptr();
	const uint64_t size = p_bytes.size();
	uint64_t i = 0;
	for (; i + 8 <= size; i += 8) {
		uint64_t block;
		memcpy(&block, bytes + i, 8);
		if (block & 0x8080808080808080ULL) {
			break;
		}
	}
	while (i < size && bytes[i] < 0x80) {
		i++;
	}
	return i;
}

bool is_valid(Span<uint8_t> p_bytes) {
	Validator validator;
	return validator.feed(p_bytes) && validator.is_complete();
}

bool Validator::feed(Span<uint8_t> p_bytes) {
	const uint8_t *bytes = p_bytes.ptr();
	const uint64_t size = p_bytes.size();
	uint64_t i = 0;
	while (i < size) {
		if (expected == 0) {
			i += ascii_prefix(p_bytes.subspan(i));
			if (i == size) {
				return true;
			}
			const Lead lead = read_lead(bytes[i]);
			if (lead.continuations == 0) {
				return false;
			}
			expected = lead.continuations;
			lowest = lead.lowest;
			highest = lead.highest;
		} else {
			if (bytes[i] < lowest || bytes[i] > highest) {
				return false;
			}
			expected--;
			lowest = 0x80;
			highest = 0xBF;
		}
		i++;
	}
	return true;
}

} // namespace UTF8
