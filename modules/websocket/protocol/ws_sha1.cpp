// SHA-1 (FIPS 180-4 §6.1) in one pass over short texts, and Base64 (RFC 4648 §4).
#include "modules/websocket/protocol/ws_sha1.h"

#include <cstring>

static constexpr char BASE64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static uint32_t _rotate_left(uint32_t p_word, int p_bits) {
	return (p_word << p_bits) | (p_word >> (32 - p_bits));
}

static void _sha1_block(const uint8_t *p_block, uint32_t r_hash[5]) {
	uint32_t schedule[80];
	for (int i = 0; i < 16; i++) {
		const uint8_t *at = p_block + i * 4;
		schedule[i] = uint32_t(at[0]) << 24 | uint32_t(at[1]) << 16 | uint32_t(at[2]) << 8 | at[3];
	}
	for (int i = 16; i < 80; i++) {
		schedule[i] = _rotate_left(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1);
	}
	uint32_t a = r_hash[0], b = r_hash[1], c = r_hash[2], d = r_hash[3], e = r_hash[4];
	for (int i = 0; i < 80; i++) {
		uint32_t mix;
		if (i < 20) {
			mix = ((b & c) | (~b & d)) + 0x5A827999u;
		} else if (i < 40) {
			mix = (b ^ c ^ d) + 0x6ED9EBA1u;
		} else if (i < 60) {
			mix = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCu;
		} else {
			mix = (b ^ c ^ d) + 0xCA62C1D6u;
		}
		const uint32_t next = _rotate_left(a, 5) + mix + e + schedule[i];
		e = d;
		d = c;
		c = _rotate_left(b, 30);
		b = a;
		a = next;
	}
	r_hash[0] += a;
	r_hash[1] += b;
	r_hash[2] += c;
	r_hash[3] += d;
	r_hash[4] += e;
}

void ws_sha1(std::string_view p_text, uint8_t r_digest[20]) {
	uint32_t hash[5] = { 0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u };
	const uint64_t bit_count = uint64_t(p_text.size()) * 8;
	while (p_text.size() >= 64) {
		_sha1_block(reinterpret_cast<const uint8_t *>(p_text.data()), hash);
		p_text.remove_prefix(64);
	}
	uint8_t tail[128] = {};
	memcpy(tail, p_text.data(), p_text.size());
	tail[p_text.size()] = 0x80;
	const size_t tail_size = p_text.size() < 56 ? 64 : 128;
	for (size_t i = 0; i < 8; i++) {
		tail[tail_size - 1 - i] = uint8_t(bit_count >> (8 * i));
	}
	for (size_t at = 0; at < tail_size; at += 64) {
		_sha1_block(tail + at, hash);
	}
	for (int i = 0; i < 20; i++) {
		r_digest[i] = uint8_t(hash[i / 4] >> (24 - 8 * (i % 4)));
	}
}

int ws_base64_encode(const uint8_t *p_bytes, int p_size, char *r_text) {
	char *out = r_text;
	for (int i = 0; i < p_size; i += 3) {
		const int left = p_size - i;
		const uint32_t group = uint32_t(p_bytes[i]) << 16 | (left > 1 ? uint32_t(p_bytes[i + 1]) << 8 : 0u) | (left > 2 ? p_bytes[i + 2] : 0u);
		*out++ = BASE64[group >> 18];
		*out++ = BASE64[(group >> 12) & 63];
		*out++ = left > 1 ? BASE64[(group >> 6) & 63] : '=';
		*out++ = left > 2 ? BASE64[group & 63] : '=';
	}
	return int(out - r_text);
}

bool ws_is_base64_of_16_bytes(std::string_view p_text) {
	if (p_text.size() != 24 || p_text.substr(22) != "==") {
		return false;
	}
	const std::string_view alphabet(BASE64, 64);
	for (char c : p_text.substr(0, 22)) {
		if (alphabet.find(c) == std::string_view::npos) {
			return false;
		}
	}
	return true;
}
