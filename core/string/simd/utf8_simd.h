// UTF-8 by the processor's wide instructions, whatever kinds of characters alternate. Private to utf8.cpp; the build picks one of the
// sources beside this header.
#pragma once

#include "core/typedefs.h"

namespace UTF8::Simd {

// Whether this processor has what the others need: else they must not be called.
bool is_available();

struct Advance {
	uint64_t bytes;
	uint64_t characters;
};

// Decodes what the text begins with, up to some place before the first broken sequence or the end. r_text has room for as many
// characters as begin in p_bytes.
Advance decode(const uint8_t *p_bytes, uint64_t p_size, char32_t *r_text);

// Encodes all but the last few characters; r_bytes has room for all. What is no character goes out as U+FFFD.
Advance encode(const char32_t *p_text, uint64_t p_length, uint8_t *r_bytes);

} // namespace UTF8::Simd
