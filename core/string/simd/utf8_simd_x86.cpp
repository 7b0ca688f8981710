// UTF-8 eight characters at a time with AVX2. No branch depends on the kind of a character, so that mixed text costs what plain text does.
#include "core/string/simd/utf8_simd.h"

#include <immintrin.h>

#include <cstring>

// Each function that uses wide instructions says so: the rest of the program must run where there are none.
#define WIDE __attribute__((target("avx2,bmi,popcnt")))

namespace UTF8::Simd {

static const bool AVAILABLE = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");

bool is_available() {
	return AVAILABLE;
}

namespace {

constexpr uint64_t BLOCK = 64;

// Where characters stand in a block of BLOCK bytes that begins with a character: one bit a byte.
struct Structure {
	uint64_t above_ascii;
	uint64_t leads; // First bytes of the characters that are in the block as a whole.
	uint64_t end; // Where the last of them ends.
	bool is_sound; // The leads have the continuations that they promise.
};

WIDE inline uint64_t mask_of(__m256i p_low, __m256i p_high) {
	return uint64_t(uint32_t(_mm256_movemask_epi8(p_low))) | uint64_t(uint32_t(_mm256_movemask_epi8(p_high))) << 32;
}

WIDE inline uint64_t at_least(__m256i p_low, __m256i p_high, int p_byte) {
	const __m256i least = _mm256_set1_epi8(char(p_byte));
	return mask_of(_mm256_cmpeq_epi8(_mm256_max_epu8(p_low, least), p_low), _mm256_cmpeq_epi8(_mm256_max_epu8(p_high, least), p_high));
}

WIDE inline Structure read_structure(__m256i p_low, __m256i p_high) {
	Structure structure;
	structure.above_ascii = mask_of(p_low, p_high);
	const uint64_t leads_of_2 = at_least(p_low, p_high, 0xC0);
	const uint64_t leads_of_3 = at_least(p_low, p_high, 0xE0);
	const uint64_t leads_of_4 = at_least(p_low, p_high, 0xF0);
	const uint64_t continuations = structure.above_ascii & ~leads_of_2;
	structure.is_sound = (leads_of_2 << 1 | leads_of_3 << 2 | leads_of_4 << 3) == continuations;
	const uint64_t cut = (leads_of_2 & 1ULL << 63) | (leads_of_3 & 3ULL << 62) | (leads_of_4 & 7ULL << 61);
	structure.end = cut != 0 ? _tzcnt_u64(cut) : BLOCK;
	structure.leads = ~continuations & (cut != 0 ? (cut & (0 - cut)) - 1 : ~0ULL);
	return structure;
}

// For each of eight numbers from 0 to 3, one of four values.
WIDE inline __m256i choose(__m256i p_indices, int p_0, int p_1, int p_2, int p_3) {
	const __m256 values = _mm256_castsi256_ps(_mm256_setr_epi32(p_0, p_1, p_2, p_3, p_0, p_1, p_2, p_3));
	return _mm256_castps_si256(_mm256_permutevar_ps(values, p_indices));
}

WIDE inline int four_bytes(const uint8_t *p_from) {
	int bytes;
	memcpy(&bytes, p_from, 4);
	return bytes;
}

WIDE inline int take_four_bytes(const uint8_t *p_block, uint64_t &r_leads) {
	const int bytes = four_bytes(p_block + _tzcnt_u64(r_leads));
	r_leads = _blsr_u64(r_leads);
	return bytes;
}

WIDE inline __m128i gather_four(const uint8_t *p_block, uint64_t &r_leads) {
	__m128i bytes = _mm_cvtsi32_si128(take_four_bytes(p_block, r_leads));
	bytes = _mm_insert_epi32(bytes, take_four_bytes(p_block, r_leads), 1);
	bytes = _mm_insert_epi32(bytes, take_four_bytes(p_block, r_leads), 2);
	return _mm_insert_epi32(bytes, take_four_bytes(p_block, r_leads), 3);
}

// The first four bytes of the next eight characters, whose bits go out of r_leads.
WIDE inline __m256i gather(const uint8_t *p_block, uint64_t &r_leads) {
	const __m128i first = gather_four(p_block, r_leads);
	return _mm256_inserti128_si256(_mm256_castsi128_si256(first), gather_four(p_block, r_leads), 1);
}

WIDE inline void store(void *p_to, __m256i p_value) {
	_mm256_storeu_si256(static_cast<__m256i *>(p_to), p_value);
}

// Eight characters of their bytes, the last in the lowest place. p_marks: what those add that say how many bytes there are.
// r_broken gets bits for what is below p_least or no character.
WIDE inline __m256i combine(__m256i p_bytes, __m256i p_marks, __m256i p_least, __m256i &r_broken) {
	const __m256i pairs = _mm256_maddubs_epi16(p_bytes, _mm256_set1_epi16(0x4001)); // Times powers of 64.
	const __m256i characters = _mm256_sub_epi32(_mm256_madd_epi16(pairs, _mm256_set1_epi32(0x10000001)), p_marks);
	const __m256i overlong = _mm256_cmpgt_epi32(p_least, characters);
	const __m256i surrogate = _mm256_cmpeq_epi32(_mm256_and_si256(characters, _mm256_set1_epi32(int(0xFFFFF800))), _mm256_set1_epi32(0xD800));
	const __m256i too_large = _mm256_cmpgt_epi32(characters, _mm256_set1_epi32(0x10FFFF));
	r_broken = _mm256_or_si256(r_broken, _mm256_or_si256(overlong, _mm256_or_si256(surrogate, too_large)));
	return characters;
}

// p_bytes: for each character its first byte (the lowest) and what follows.
WIDE inline __m256i decode_eight(__m256i p_bytes, __m256i &r_broken) {
	const __m256i continuations_of = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3);
	const __m256i last_byte_first = _mm256_setr_epi8(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
	const __m256i continuations = _mm256_shuffle_epi8(continuations_of, _mm256_and_si256(_mm256_srli_epi32(p_bytes, 4), _mm256_set1_epi32(0xF)));
	const __m256i own = _mm256_srlv_epi32(_mm256_shuffle_epi8(p_bytes, last_byte_first), choose(continuations, 24, 16, 8, 0));
	return combine(own, choose(continuations, 0, 0x3080, 0xE2080, 0x3C82080), choose(continuations, 0, 0x80, 0x800, 0x10000), r_broken);
}

// Sixteen characters of three bytes each.
WIDE inline void decode_triples(const uint8_t *p_bytes, char32_t *r_text, __m256i &r_broken) {
	const __m256i last_byte_first = _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1, 2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
	for (int i = 0; i < 2; i++) {
		const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p_bytes + i * 24));
		const __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p_bytes + i * 24 + 12));
		const __m256i own = _mm256_shuffle_epi8(_mm256_inserti128_si256(_mm256_castsi128_si256(first), second, 1), last_byte_first);
		store(r_text + i * 8, combine(own, _mm256_set1_epi32(0xE2080), _mm256_set1_epi32(0x800), r_broken));
	}
}

WIDE inline void widen(const uint8_t *p_block, char32_t *r_text) {
	for (uint64_t i = 0; i < BLOCK; i += 8) {
		store(r_text + i, _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i *>(p_block + i))));
	}
}

// BLOCK bytes of characters of two; false when one is overlong.
WIDE inline bool decode_pairs(__m256i p_pairs, char32_t *r_text) {
	const __m256i high = _mm256_slli_epi16(_mm256_and_si256(p_pairs, _mm256_set1_epi16(0x1F)), 6);
	const __m256i characters = _mm256_or_si256(high, _mm256_and_si256(_mm256_srli_epi16(p_pairs, 8), _mm256_set1_epi16(0x3F)));
	store(r_text, _mm256_cvtepu16_epi32(_mm256_castsi256_si128(characters)));
	store(r_text + 8, _mm256_cvtepu16_epi32(_mm256_extracti128_si256(characters, 1)));
	return _mm256_movemask_epi8(_mm256_cmpgt_epi16(_mm256_set1_epi16(0x80), characters)) == 0;
}

} // namespace

WIDE Advance decode(const uint8_t *p_bytes, uint64_t p_size, char32_t *r_text) {
	const uint8_t *at = p_bytes;
	const uint8_t *end = p_bytes + p_size;
	char32_t *to = r_text;
	while (end - at >= int64_t(BLOCK + 3)) { // Four bytes are read of the last character too.
		const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
		const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at + 32));
		if (mask_of(low, high) == 0) {
			widen(at, to);
			at += BLOCK;
			to += BLOCK;
			continue;
		}
		const Structure structure = read_structure(low, high);
		if (!structure.is_sound) {
			break;
		}
		if (structure.leads == 0x5555555555555555ULL && structure.above_ascii == ~0ULL) {
			if (!decode_pairs(low, to) || !decode_pairs(high, to + 16)) {
				break;
			}
			at += BLOCK;
			to += BLOCK / 2;
			continue;
		}
		__m256i broken = _mm256_setzero_si256();
		if ((structure.leads << 15) == 0x1249249249249ULL << 15) {
			decode_triples(at, to, broken);
			if (!_mm256_testz_si256(broken, broken)) {
				break;
			}
			at += 48;
			to += 16;
			continue;
		}
		const uint64_t groups = uint64_t(_mm_popcnt_u64(structure.leads)) / 8;
		uint64_t rest = structure.leads;
		for (uint64_t i = 0; i < groups; i++) {
			const __m256i bytes = gather(at, rest);
			store(to + i * 8, decode_eight(bytes, broken));
		}
		if (groups == 0 || !_mm256_testz_si256(broken, broken)) {
			break;
		}
		at += rest != 0 ? _tzcnt_u64(rest) : structure.end;
		to += groups * 8;
	}
	return { uint64_t(at - p_bytes), uint64_t(to - r_text) };
}

namespace {

// How four characters of one to four bytes, each at the upper end of four bytes, are put together. The index has for each character
// the lower bit of its number of continuations, above these the upper ones.
struct Packing {
	alignas(16) uint8_t order[256][16] = {};
	uint8_t size[256] = {};

	constexpr Packing() {
		for (int index = 0; index < 256; index++) {
			int used = 0;
			for (int character = 0; character < 4; character++) {
				const int continuations = (index >> character & 1) + (index >> (character + 4) & 1) * 2;
				for (int byte = 3 - continuations; byte < 4; byte++) {
					order[index][used++] = uint8_t(character * 4 + byte);
				}
			}
			size[index] = uint8_t(used);
		}
	}
};

constexpr Packing PACKING;

WIDE inline uint8_t *pack(__m128i p_characters, int p_index, uint8_t *r_to) {
	const __m128i order = _mm_load_si128(reinterpret_cast<const __m128i *>(PACKING.order[p_index]));
	_mm_storeu_si128(reinterpret_cast<__m128i *>(r_to), _mm_shuffle_epi8(p_characters, order));
	return r_to + PACKING.size[p_index];
}

WIDE inline __m256i replace_broken(__m256i p_characters) {
	const __m256i last = _mm256_set1_epi32(0x10FFFF);
	const __m256i in_range = _mm256_cmpeq_epi32(_mm256_max_epu32(p_characters, last), last);
	const __m256i surrogate = _mm256_cmpeq_epi32(_mm256_and_si256(p_characters, _mm256_set1_epi32(int(0xFFFFF800))), _mm256_set1_epi32(0xD800));
	return _mm256_blendv_epi8(_mm256_set1_epi32(0xFFFD), p_characters, _mm256_andnot_si256(surrogate, in_range));
}

WIDE inline uint8_t *encode_eight(__m256i p_characters, uint8_t *r_to) {
	const __m256i characters = replace_broken(p_characters);
	const __m256i above_1 = _mm256_cmpgt_epi32(characters, _mm256_set1_epi32(0x7F));
	const __m256i above_2 = _mm256_cmpgt_epi32(characters, _mm256_set1_epi32(0x7FF));
	const __m256i above_3 = _mm256_cmpgt_epi32(characters, _mm256_set1_epi32(0xFFFF));
	// Six bits a byte, the last of them in the highest byte; ASCII has seven.
	const __m256i last = _mm256_slli_epi32(characters, 24);
	__m256i bytes = _mm256_or_si256(_mm256_and_si256(last, _mm256_set1_epi32(0x3F000000)), _mm256_andnot_si256(above_1, last));
	bytes = _mm256_or_si256(bytes, _mm256_and_si256(_mm256_slli_epi32(characters, 10), _mm256_set1_epi32(0x3F0000)));
	bytes = _mm256_or_si256(bytes, _mm256_and_si256(_mm256_srli_epi32(characters, 4), _mm256_set1_epi32(0x3F00)));
	bytes = _mm256_or_si256(bytes, _mm256_srli_epi32(characters, 18));
	__m256i marks = _mm256_and_si256(above_1, _mm256_set1_epi32(int(0x80C00000)));
	marks = _mm256_xor_si256(marks, _mm256_and_si256(above_2, _mm256_set1_epi32(0x80C00000 ^ 0x8080E000)));
	marks = _mm256_xor_si256(marks, _mm256_and_si256(above_3, _mm256_set1_epi32(0x8080E000 ^ 0x808080F0)));
	bytes = _mm256_or_si256(bytes, marks);
	const int upper = _mm256_movemask_ps(_mm256_castsi256_ps(above_2));
	const int lower = _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_xor_si256(above_1, _mm256_xor_si256(above_2, above_3))));
	r_to = pack(_mm256_castsi256_si128(bytes), (lower & 0xF) | (upper & 0xF) << 4, r_to);
	return pack(_mm256_extracti128_si256(bytes, 1), lower >> 4 | (upper & 0xF0), r_to);
}

// Sixteen numbers of 16 bits, in order; what is larger than these becomes 0xFFFF.
WIDE inline __m256i narrow(__m256i p_low, __m256i p_high) {
	const __m256i most = _mm256_set1_epi32(0xFFFF);
	return _mm256_permute4x64_epi64(_mm256_packus_epi32(_mm256_min_epu32(p_low, most), _mm256_min_epu32(p_high, most)), 0xD8);
}

WIDE inline bool are_pairs(__m256i p_characters) {
	const __m256i in_range = _mm256_cmpgt_epi16(p_characters, _mm256_set1_epi16(0x7F)); // Above 0x7FFF they are negative.
	return _mm256_testz_si256(p_characters, _mm256_set1_epi16(short(0xF800))) && _mm256_movemask_epi8(in_range) == -1;
}

WIDE inline __m256i encode_pairs(__m256i p_characters) {
	const __m256i continuations = _mm256_slli_epi16(_mm256_and_si256(p_characters, _mm256_set1_epi16(0x3F)), 8);
	return _mm256_or_si256(_mm256_or_si256(_mm256_srli_epi16(p_characters, 6), continuations), _mm256_set1_epi16(short(0x80C0)));
}

} // namespace

WIDE Advance encode(const char32_t *p_text, uint64_t p_length, uint8_t *r_bytes) {
	const char32_t *at = p_text;
	const char32_t *end = p_text + p_length;
	uint8_t *to = r_bytes;
	while (end - at >= 32) { // Stores are of 16 bytes: there must be more to come.
		const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
		const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at + 8));
		const __m256i narrowed = narrow(low, high);
		if (_mm256_testz_si256(narrowed, _mm256_set1_epi16(short(0xFF80)))) {
			_mm_storeu_si128(reinterpret_cast<__m128i *>(to), _mm_packus_epi16(_mm256_castsi256_si128(narrowed), _mm256_extracti128_si256(narrowed, 1)));
			to += 16;
		} else if (are_pairs(narrowed)) {
			store(to, encode_pairs(narrowed));
			to += 32;
		} else {
			to = encode_eight(high, encode_eight(low, to));
		}
		at += 16;
	}
	return { uint64_t(to - r_bytes), uint64_t(at - p_text) };
}

} // namespace UTF8::Simd
