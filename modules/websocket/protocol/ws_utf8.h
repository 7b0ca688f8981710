// Checks UTF-8 as it arrives in pieces, RFC 3629 and RFC 6455 §8.1.
#pragma once

#include "core/typedefs.h"

// Rejects overlong forms, surrogates and anything above U+10FFFF at the first byte that makes the text hopeless,
// however the text is split.
class WSUtf8Validator {
public:
	bool feed(const uint8_t *p_data, int64_t p_size); // False: no continuation can make the text valid.
	bool is_complete() const { return needed == 0; } // False in the middle of a character.
	void reset() { *this = WSUtf8Validator(); }

private:
	bool _begin_character(uint8_t p_lead);

	uint8_t needed = 0; // Continuation bytes still due.
	uint8_t low = 0x80; // Bounds of the next continuation byte.
	uint8_t high = 0xBF;
};
