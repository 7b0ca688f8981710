// The inner loops of UTF-8: what can be done for many characters at once. Private to utf8.cpp.
#pragma once

#include "core/typedefs.h"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Each takes whole blocks as long as they are of the wanted kind, and moves its pointers on; the rest is the caller's. So a
// processor without vectors, or without those we know, may do nothing here and be right.
namespace UTF8::Blocks {

#if defined(__SSE2__)

_FORCE_INLINE_ __m128i load(const void *p_from) {
	return _mm_loadu_si128(static_cast<const __m128i *>(p_from));
}
_FORCE_INLINE_ void store(void *p_to, __m128i p_value) {
	_mm_storeu_si128(static_cast<__m128i *>(p_to), p_value);
}

_FORCE_INLINE_ void skip_ascii(const uint8_t *&r_at, const uint8_t *p_end) {
	for (; p_end - r_at >= 16 && _mm_movemask_epi8(load(r_at)) == 0; r_at += 16) {
	}
}

_FORCE_INLINE_ void widen_ascii(const uint8_t *&r_at, const uint8_t *p_end, char32_t *&r_to) {
	const __m128i zero = _mm_setzero_si128();
	for (; p_end - r_at >= 16; r_at += 16, r_to += 16) {
		const __m128i bytes = load(r_at);
		if (_mm_movemask_epi8(bytes) != 0) {
			return;
		}
		const __m128i low = _mm_unpacklo_epi8(bytes, zero);
		const __m128i high = _mm_unpackhi_epi8(bytes, zero);
		store(r_to, _mm_unpacklo_epi16(low, zero));
		store(r_to + 4, _mm_unpackhi_epi16(low, zero));
		store(r_to + 8, _mm_unpacklo_epi16(high, zero));
		store(r_to + 12, _mm_unpackhi_epi16(high, zero));
	}
}

// Runs of characters of two bytes, eight at a time.
_FORCE_INLINE_ void decode_pairs(const uint8_t *&r_at, const uint8_t *p_end, char32_t *&r_to) {
	const __m128i zero = _mm_setzero_si128();
	for (; p_end - r_at >= 16; r_at += 16, r_to += 8) {
		const __m128i pairs = load(r_at);
		const __m128i marked = _mm_cmpeq_epi16(_mm_and_si128(pairs, _mm_set1_epi16(short(0xC0E0))), _mm_set1_epi16(short(0x80C0)));
		const __m128i overlong = _mm_cmpeq_epi16(_mm_and_si128(pairs, _mm_set1_epi16(0x1E)), zero);
		if (_mm_movemask_epi8(_mm_andnot_si128(overlong, marked)) != 0xFFFF) {
			return;
		}
		const __m128i high = _mm_slli_epi16(_mm_and_si128(pairs, _mm_set1_epi16(0x1F)), 6);
		const __m128i characters = _mm_or_si128(high, _mm_and_si128(_mm_srli_epi16(pairs, 8), _mm_set1_epi16(0x3F)));
		store(r_to, _mm_unpacklo_epi16(characters, zero));
		store(r_to + 4, _mm_unpackhi_epi16(characters, zero));
	}
}

// Runs of characters of three bytes, four at a time.
_FORCE_INLINE_ void decode_triples(const uint8_t *&r_at, const uint8_t *p_end, char32_t *&r_to) {
	const auto triple_at = [&](int p_offset) {
		int32_t bytes;
		memcpy(&bytes, r_at + p_offset, 4);
		return _mm_cvtsi32_si128(bytes);
	};
	for (; p_end - r_at >= 13; r_at += 12, r_to += 4) {
		const __m128i triples = _mm_unpacklo_epi64(_mm_unpacklo_epi32(triple_at(0), triple_at(3)), _mm_unpacklo_epi32(triple_at(6), triple_at(9)));
		const __m128i marked = _mm_cmpeq_epi32(_mm_and_si128(triples, _mm_set1_epi32(0xC0C0F0)), _mm_set1_epi32(0x8080E0));
		const __m128i high = _mm_and_si128(_mm_slli_epi32(triples, 12), _mm_set1_epi32(0xF000));
		const __m128i middle = _mm_and_si128(_mm_srli_epi32(triples, 2), _mm_set1_epi32(0xFC0));
		const __m128i low = _mm_and_si128(_mm_srli_epi32(triples, 16), _mm_set1_epi32(0x3F));
		const __m128i characters = _mm_or_si128(_mm_or_si128(high, middle), low);
		const __m128i surrogates = _mm_cmpeq_epi32(_mm_and_si128(characters, _mm_set1_epi32(0xF800)), _mm_set1_epi32(0xD800));
		const __m128i sound = _mm_andnot_si128(surrogates, _mm_and_si128(marked, _mm_cmpgt_epi32(characters, _mm_set1_epi32(0x7FF))));
		if (_mm_movemask_epi8(sound) != 0xFFFF) {
			return;
		}
		store(r_to, characters);
	}
}

_FORCE_INLINE_ uint64_t sum_of_halves(__m128i p_sums) {
	return uint64_t(_mm_cvtsi128_si64(p_sums)) + uint64_t(_mm_cvtsi128_si64(_mm_srli_si128(p_sums, 8)));
}

_FORCE_INLINE_ uint64_t count_characters(const uint8_t *&r_at, const uint8_t *p_end) {
	__m128i sums = _mm_setzero_si128();
	const __m128i last_continuation = _mm_set1_epi8(char(0xBF));
	for (; p_end - r_at >= 16; r_at += 16) {
		const __m128i begins = _mm_and_si128(_mm_cmpgt_epi8(load(r_at), last_continuation), _mm_set1_epi8(1)); // As signed numbers, continuations are the smallest.
		sums = _mm_add_epi64(sums, _mm_sad_epu8(begins, _mm_setzero_si128()));
	}
	return sum_of_halves(sums);
}

_FORCE_INLINE_ uint64_t encoded_size(const char32_t *&r_at, const char32_t *p_end) {
	const __m128i sign = _mm_set1_epi32(INT32_MIN); // Comparisons are of signed numbers.
	const auto above = [&](__m128i p_characters, uint32_t p_limit) {
		return _mm_cmpgt_epi32(p_characters, _mm_set1_epi32(int32_t(p_limit ^ 0x80000000u)));
	};
	uint64_t size = 0;
	while (p_end - r_at >= 4) {
		__m128i extra = _mm_setzero_si128(); // Below zero. Stays in 32 bits for so many characters.
		const int64_t blocks = MIN(int64_t(p_end - r_at) / 4, int64_t(1) << 24);
		for (int64_t i = 0; i < blocks; i++, r_at += 4) {
			const __m128i characters = _mm_xor_si128(load(r_at), sign);
			extra = _mm_add_epi32(extra, _mm_add_epi32(above(characters, 0x7F), above(characters, 0x7FF)));
			extra = _mm_add_epi32(extra, _mm_sub_epi32(above(characters, 0xFFFF), above(characters, 0x10FFFF)));
		}
		int32_t sums[4];
		store(sums, extra);
		size += uint64_t(blocks * 4 - sums[0] - sums[1] - sums[2] - sums[3]);
	}
	return size;
}

_FORCE_INLINE_ void narrow_ascii(const char32_t *&r_at, const char32_t *p_end, uint8_t *&r_to) {
	for (; p_end - r_at >= 16; r_at += 16, r_to += 16) {
		const __m128i a = load(r_at);
		const __m128i b = load(r_at + 4);
		const __m128i c = load(r_at + 8);
		const __m128i d = load(r_at + 12);
		const __m128i all = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
		if (_mm_movemask_epi8(_mm_cmpeq_epi32(_mm_srli_epi32(all, 7), _mm_setzero_si128())) != 0xFFFF) {
			return;
		}
		store(r_to, _mm_packus_epi16(_mm_packs_epi32(a, b), _mm_packs_epi32(c, d)));
	}
}

// Runs of characters of two bytes, eight at a time.
_FORCE_INLINE_ void encode_pairs(const char32_t *&r_at, const char32_t *p_end, uint8_t *&r_to) {
	const __m128i zero = _mm_setzero_si128();
	for (; p_end - r_at >= 8; r_at += 8, r_to += 16) {
		const __m128i a = load(r_at);
		const __m128i b = load(r_at + 4);
		const __m128i too_large = _mm_srli_epi32(_mm_or_si128(a, b), 11);
		if (_mm_movemask_epi8(_mm_cmpeq_epi32(too_large, zero)) != 0xFFFF) {
			return;
		}
		const __m128i characters = _mm_packs_epi32(a, b);
		if (_mm_movemask_epi8(_mm_cmpgt_epi16(characters, _mm_set1_epi16(0x7F))) != 0xFFFF) {
			return;
		}
		const __m128i leads = _mm_or_si128(_mm_srli_epi16(characters, 6), _mm_set1_epi16(0xC0));
		const __m128i continuations = _mm_or_si128(_mm_and_si128(characters, _mm_set1_epi16(0x3F)), _mm_set1_epi16(0x80));
		store(r_to, _mm_or_si128(leads, _mm_slli_epi16(continuations, 8)));
	}
}

#else

_FORCE_INLINE_ bool is_ascii_block(const uint8_t *p_at) {
	uint64_t block;
	memcpy(&block, p_at, 8);
	return (block & 0x8080808080808080ULL) == 0;
}

_FORCE_INLINE_ void skip_ascii(const uint8_t *&r_at, const uint8_t *p_end) {
	for (; p_end - r_at >= 8 && is_ascii_block(r_at); r_at += 8) {
	}
}

_FORCE_INLINE_ void widen_ascii(const uint8_t *&r_at, const uint8_t *p_end, char32_t *&r_to) {
	for (; p_end - r_at >= 8 && is_ascii_block(r_at); r_at += 8, r_to += 8) {
		for (int i = 0; i < 8; i++) {
			r_to[i] = r_at[i];
		}
	}
}

_FORCE_INLINE_ uint64_t count_characters(const uint8_t *&r_at, const uint8_t *p_end) {
	uint64_t count = 0;
	for (; p_end - r_at >= 8; r_at += 8) {
		uint64_t block;
		memcpy(&block, r_at, 8);
		const uint64_t continuations = (block >> 7) & ~(block >> 6) & 0x0101010101010101ULL;
		count += 8 - (continuations * 0x0101010101010101ULL >> 56);
	}
	return count;
}

_FORCE_INLINE_ void decode_pairs(const uint8_t *&, const uint8_t *, char32_t *&) {}
_FORCE_INLINE_ void decode_triples(const uint8_t *&, const uint8_t *, char32_t *&) {}
_FORCE_INLINE_ uint64_t encoded_size(const char32_t *&, const char32_t *) {
	return 0;
}
_FORCE_INLINE_ void narrow_ascii(const char32_t *&, const char32_t *, uint8_t *&) {}
_FORCE_INLINE_ void encode_pairs(const char32_t *&, const char32_t *, uint8_t *&) {}

#endif

} // namespace UTF8::Blocks
