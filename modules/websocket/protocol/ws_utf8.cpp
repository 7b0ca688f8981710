// The incremental validator: ASCII sixteen bytes at a time, everything else by the bounds of the next byte.
#include "modules/websocket/protocol/ws_utf8.h"

#include <cstring>

static const uint8_t *_skip_ascii(const uint8_t *p_at, const uint8_t *p_end) {
	constexpr uint64_t HIGH_BITS = 0x8080808080808080u;
	while (p_end - p_at >= 16) {
		uint64_t first, second;
		memcpy(&first, p_at, 8);
		memcpy(&second, p_at + 8, 8);
		if ((first | second) & HIGH_BITS) {
			break;
		}
		p_at += 16;
	}
	while (p_at < p_end && *p_at < 0x80) {
		p_at++;
	}
	return p_at;
}

bool WSUtf8Validator::_begin_character(uint8_t p_lead) {
	low = 0x80;
	high = 0xBF;
	if (p_lead < 0xC2) {
		return false; // A stray continuation, or a lead of an overlong form.
	}
	if (p_lead < 0xE0) {
		needed = 1;
	} else if (p_lead < 0xF0) {
		needed = 2;
		low = p_lead == 0xE0 ? 0xA0 : 0x80;
		high = p_lead == 0xED ? 0x9F : 0xBF; // U+D800 to U+DFFF are no characters.
	} else if (p_lead < 0xF5) {
		needed = 3;
		low = p_lead == 0xF0 ? 0x90 : 0x80;
		high = p_lead == 0xF4 ? 0x8F : 0xBF;
	} else {
		return false;
	}
	return true;
}

bool WSUtf8Validator::feed(const uint8_t *p_data, int64_t p_size) {
	const uint8_t *at = p_data;
	const uint8_t *const end = p_data + p_size;
	while (at < end) {
		if (needed == 0) {
			at = _skip_ascii(at, end);
			if (at < end && !_begin_character(*at++)) {
				return false;
			}
			continue;
		}
		if (*at < low || *at > high) {
			return false;
		}
		low = 0x80;
		high = 0xBF;
		needed--;
		at++;
	}
	return true;
}
