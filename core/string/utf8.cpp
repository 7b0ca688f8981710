// UTF-8 decoding, encoding and validation (Unicode 15, table 3-7).
#include "core/string/utf8.h"

#include "core/string/char_utils.h"
#include "core/string/simd/utf8_simd.h"
#include "core/string/utf8_blocks.h"

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

_FORCE_INLINE_ static int encode_one(char32_t p_char, uint8_t *r_bytes) {
	if (p_char < 0x80) {
		r_bytes[0] = uint8_t(p_char);
		return 1;
	}
	if (p_char < 0x800) {
		r_bytes[0] = uint8_t(0xC0 | (p_char >> 6));
		r_bytes[1] = uint8_t(0x80 | (p_char & 0x3F));
		return 2;
	}
	if (p_char < 0x10000 || p_char > 0x10FFFF) {
		if (p_char > 0x10FFFF || is_surrogate(p_char)) {
			p_char = REPLACEMENT;
		}
		r_bytes[0] = uint8_t(0xE0 | (p_char >> 12));
		r_bytes[1] = uint8_t(0x80 | ((p_char >> 6) & 0x3F));
		r_bytes[2] = uint8_t(0x80 | (p_char & 0x3F));
		return 3;
	}
	r_bytes[0] = uint8_t(0xF0 | (p_char >> 18));
	r_bytes[1] = uint8_t(0x80 | ((p_char >> 12) & 0x3F));
	r_bytes[2] = uint8_t(0x80 | ((p_char >> 6) & 0x3F));
	r_bytes[3] = uint8_t(0x80 | (p_char & 0x3F));
	return 4;
}

int encode(char32_t p_char, uint8_t *r_bytes) {
	return encode_one(p_char, r_bytes);
}

uint64_t encoded_size(Span<char32_t> p_text) {
	const char32_t *at = p_text.ptr();
	const char32_t *end = at + p_text.size();
	uint64_t size = Blocks::encoded_size(at, end);
	for (; at < end; at++) {
		size += uint64_t(encoded_size(*at));
	}
	return size;
}

uint64_t encode_ascii(Span<char32_t> p_text, uint8_t *r_bytes) {
	const char32_t *at = p_text.ptr();
	const char32_t *end = at + p_text.size();
	Blocks::narrow_ascii(at, end, r_bytes);
	while (at < end && *at < 0x80) {
		*r_bytes++ = uint8_t(*at++);
	}
	return uint64_t(at - p_text.ptr());
}

static void encode_by_kinds(Span<char32_t> p_text, uint8_t *r_bytes) {
	const char32_t *at = p_text.ptr();
	const char32_t *end = at + p_text.size();
	while (at < end) {
		if (*at < 0x80) {
			Blocks::narrow_ascii(at, end, r_bytes);
			while (at < end && *at < 0x80) {
				*r_bytes++ = uint8_t(*at++);
			}
		} else if (*at < 0x800) {
			Blocks::encode_pairs(at, end, r_bytes);
			while (at < end && *at >= 0x80 && *at < 0x800) {
				*r_bytes++ = uint8_t(0xC0 | (*at >> 6));
				*r_bytes++ = uint8_t(0x80 | (*at++ & 0x3F));
			}
		} else {
			do {
				const int bytes = encode_one(*at++, r_bytes);
				r_bytes += bytes;
			} while (at < end && *at >= 0x800);
		}
	}
}

// Texts shorter than this are done before the wide instructions would begin.
static constexpr uint64_t LONG_TEXT = 64;

void encode(Span<char32_t> p_text, uint8_t *r_bytes) {
	if (p_text.size() >= LONG_TEXT && Simd::is_available()) {
		const Simd::Advance done = Simd::encode(p_text.ptr(), p_text.size(), r_bytes);
		encode_by_kinds(p_text.subspan(done.characters), r_bytes + done.bytes);
	} else {
		encode_by_kinds(p_text, r_bytes);
	}
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

uint64_t count_characters(Span<uint8_t> p_bytes) {
	const uint8_t *at = p_bytes.ptr();
	const uint8_t *end = at + p_bytes.size();
	uint64_t count = Blocks::count_characters(at, end);
	for (; at < end; at++) {
		count += (*at & 0xC0) != 0x80 ? 1 : 0;
	}
	return count;
}

namespace {

// Four bytes as one number, the first the lowest.
_FORCE_INLINE_ uint32_t read_four(const uint8_t *p_bytes) {
	return uint32_t(p_bytes[0]) | uint32_t(p_bytes[1]) << 8 | uint32_t(p_bytes[2]) << 16 | uint32_t(p_bytes[3]) << 24;
}

// A character of two, three or four bytes, of which MAX_BYTES may be read: how many it has, 0 when it is broken.
_FORCE_INLINE_ int decode_wide(const uint8_t *p_bytes, char32_t &r_character) {
	const uint32_t four = read_four(p_bytes);
	if ((four & 0x00C0C0F0) == 0x008080E0) {
		r_character = (four & 0xF) << 12 | (four >> 2 & 0xFC0) | (four >> 16 & 0x3F);
		return r_character >= 0x800 && !is_surrogate(r_character) ? 3 : 0;
	}
	if ((four & 0xC0E0) == 0x80C0) {
		r_character = (four & 0x1F) << 6 | (four >> 8 & 0x3F);
		return r_character >= 0x80 ? 2 : 0;
	}
	if ((four & 0xC0C0C0F8) == 0x808080F0) {
		r_character = (four & 0x7) << 18 | (four << 4 & 0x3F000) | (four >> 10 & 0xFC0) | (four >> 24 & 0x3F);
		return r_character >= 0x10000 && r_character <= 0x10FFFF ? 4 : 0;
	}
	return 0;
}

} // namespace

static DecodedRun decode_by_kinds(Span<uint8_t> p_bytes, char32_t *r_text) {
	const uint8_t *at = p_bytes.ptr();
	const uint8_t *end = at + p_bytes.size();
	char32_t *to = r_text;
	while (end - at >= MAX_BYTES) {
		if (*at < 0x80) {
			Blocks::widen_ascii(at, end, to);
			while (at < end && *at < 0x80) {
				*to++ = *at++;
			}
			continue;
		}
		if (*at < 0xE0) {
			Blocks::decode_pairs(at, end, to);
		} else {
			Blocks::decode_triples(at, end, to);
		}
		while (end - at >= MAX_BYTES && *at >= 0x80) {
			char32_t character = 0;
			const int bytes = decode_wide(at, character);
			if (bytes == 0) {
				return { uint64_t(at - p_bytes.ptr()), uint64_t(to - r_text) };
			}
			*to++ = character;
			at += bytes;
		}
	}
	while (at < end) {
		const Decoded decoded = decode(Span<uint8_t>(at, uint64_t(end - at)));
		if (!decoded.valid) {
			break;
		}
		*to++ = decoded.character;
		at += decoded.bytes;
	}
	return { uint64_t(at - p_bytes.ptr()), uint64_t(to - r_text) };
}

// The first p_size bytes or up to three fewer, so that no sequence is cut in two.
static Span<uint8_t> whole_sequences(Span<uint8_t> p_bytes, uint64_t p_size) {
	if (p_bytes.size() <= p_size) {
		return p_bytes;
	}
	for (uint64_t back = 0; back < MAX_BYTES; back++) {
		if ((p_bytes.ptr()[p_size - back] & 0xC0) != 0x80) {
			return p_bytes.subspan(0, p_size - back);
		}
	}
	return p_bytes.subspan(0, p_size); // Four continuations in a row: what begins before them has ended.
}

// The wide instructions stop some way before a broken place, and before what looks like one because it was cut; the slower way
// finds out which.
DecodedRun decode_run(Span<uint8_t> p_bytes, char32_t *r_text) {
	DecodedRun done = { 0, 0 };
	while (p_bytes.size() - done.bytes > LONG_TEXT && Simd::is_available()) {
		const Span<uint8_t> rest = p_bytes.subspan(done.bytes);
		const Simd::Advance fast = Simd::decode(rest.ptr(), rest.size(), r_text + done.characters);
		done.bytes += fast.bytes;
		done.characters += fast.characters;
		const Span<uint8_t> piece = whole_sequences(p_bytes.subspan(done.bytes), LONG_TEXT);
		const DecodedRun run = decode_by_kinds(piece, r_text + done.characters);
		done.bytes += run.bytes;
		done.characters += run.characters;
		if (run.bytes < piece.size()) {
			return done;
		}
	}
	const DecodedRun last = decode_by_kinds(p_bytes.subspan(done.bytes), r_text + done.characters);
	return { done.bytes + last.bytes, done.characters + last.characters };
}

uint64_t ascii_prefix(Span<uint8_t> p_bytes) {
	const uint8_t *at = p_bytes.ptr();
	const uint8_t *end = at + p_bytes.size();
	Blocks::skip_ascii(at, end);
	while (at < end && *at < 0x80) {
		at++;
	}
	return uint64_t(at - p_bytes.ptr());
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
