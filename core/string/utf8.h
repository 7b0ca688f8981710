// UTF-8 and UTF-16, one character or one chunk at a time (Unicode 15, §3.9; RFC 3629).
#pragma once

#include "core/templates/span.h"

namespace UTF8 {

static constexpr char32_t REPLACEMENT = 0xFFFD;
static constexpr int MAX_BYTES = 4;

// Bytes of p_char in UTF-8. What is no character counts as REPLACEMENT.
_FORCE_INLINE_ constexpr int encoded_size(char32_t p_char) {
	return p_char < 0x80 ? 1 : (p_char < 0x800 ? 2 : (p_char < 0x10000 || p_char > 0x10FFFF ? 3 : 4));
}

// Writes up to MAX_BYTES bytes and returns how many. Surrogates and what lies above U+10FFFF go out as REPLACEMENT: what is written is always valid.
int encode(char32_t p_char, uint8_t *r_bytes);

// The same for a whole text; r_bytes has room for encoded_size().
uint64_t encoded_size(Span<char32_t> p_text);
// Writes the plain ASCII that p_text begins with, and returns how much that is; r_bytes has room for one byte a character.
uint64_t encode_ascii(Span<char32_t> p_text, uint8_t *r_bytes);
void encode(Span<char32_t> p_text, uint8_t *r_bytes);

struct Decoded {
	char32_t character; // REPLACEMENT when not valid.
	uint8_t bytes; // At least 1: how many to go on by.
	bool valid;
};

// Reads one character of p_bytes, which must not be empty. A broken sequence is consumed up to the first byte that cannot belong to
// it ("maximal subpart"): each such part counts as one replacement.
Decoded decode(Span<uint8_t> p_bytes);

// How many characters begin in p_bytes: as many as a valid text decodes to.
uint64_t count_characters(Span<uint8_t> p_bytes);

struct DecodedRun {
	uint64_t bytes;
	uint64_t characters;
};

// Decodes up to the first broken sequence or the end. r_text has room for count_characters().
DecodedRun decode_run(Span<uint8_t> p_bytes, char32_t *r_text);

// How many of the first bytes are plain ASCII.
uint64_t ascii_prefix(Span<uint8_t> p_bytes);

bool is_valid(Span<uint8_t> p_bytes);

// Validates text that arrives in pieces cut anywhere.
class Validator {
	uint8_t expected = 0; // Continuation bytes still to come.
	uint8_t lowest = 0x80; // What the next of them may be.
	uint8_t highest = 0xBF;

public:
	// False as soon as the text cannot be valid any more; feeding after that is meaningless.
	bool feed(Span<uint8_t> p_bytes);
	// True between characters: the text may end here.
	bool is_complete() const { return expected == 0; }
	void reset() { *this = Validator(); }
};

} // namespace UTF8
