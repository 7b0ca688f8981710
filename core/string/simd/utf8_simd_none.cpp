// For processors and platforms without wide instructions that we know: utf8.cpp does all itself.
#include "core/string/simd/utf8_simd.h"

namespace UTF8::Simd {

bool is_available() {
	return false;
}

Advance decode(const uint8_t *p_bytes, uint64_t p_size, char32_t *r_text) {
	return { 0, 0 };
}

Advance encode(const char32_t *p_text, uint64_t p_length, uint8_t *r_bytes) {
	return { 0, 0 };
}

} // namespace UTF8::Simd
