// SHA-1 and SHA-256 by the SHA extensions of x86-64.
#include "core/string/simd/digest_simd.h"

#include "core/string/digest_constants.h"

#include <cpuid.h>
#include <immintrin.h>

#define SHA_EXTENSIONS __attribute__((target("sha,sse4.1,ssse3")))

namespace {

bool has_sha_extensions() {
	static constexpr unsigned SHA_BIT = 1u << 29; // Leaf 7, EBX.
	static constexpr unsigned SSE41_BIT = 1u << 19; // Leaf 1, ECX.
	unsigned a = 0, b = 0, c = 0, d = 0;
	if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & SSE41_BIT)) {
		return false;
	}
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & SHA_BIT);
}

SHA_EXTENSIONS inline __m128i load(const void *p_from) {
	return _mm_loadu_si128(static_cast<const __m128i *>(p_from));
}

SHA_EXTENSIONS void transform_sha256(uint32_t *r_state, const uint8_t *p_blocks, uint64_t p_count) {
	const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bll, 0x0405060700010203ll); // To big-endian words.
	// The instructions want the words in the order ABEF and CDGH.
	const __m128i dcba = _mm_shuffle_epi32(load(r_state), 0xB1);
	const __m128i hgfe = _mm_shuffle_epi32(load(r_state + 4), 0x1B);
	__m128i abef = _mm_alignr_epi8(dcba, hgfe, 8);
	__m128i cdgh = _mm_blend_epi16(hgfe, dcba, 0xF0);
	for (; p_count > 0; p_count--, p_blocks += 64) {
		const __m128i abef_before = abef;
		const __m128i cdgh_before = cdgh;
		__m128i w[4];
#pragma GCC unroll 16
		for (int i = 0; i < 16; i++) {
			__m128i &now = w[i % 4];
			if (i < 4) {
				now = _mm_shuffle_epi8(load(p_blocks + i * 16), swap);
			} else {
				const __m128i last = w[(i + 3) % 4];
				const __m128i shifted = _mm_alignr_epi8(last, w[(i + 2) % 4], 4);
				now = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(now, w[(i + 1) % 4]), shifted), last);
			}
			const __m128i round = _mm_add_epi32(now, load(SHA256_ROOTS + i * 4));
			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, round);
			abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(round, 0x0E));
		}
		abef = _mm_add_epi32(abef, abef_before);
		cdgh = _mm_add_epi32(cdgh, cdgh_before);
	}
	const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
	const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
	_mm_storeu_si128(reinterpret_cast<__m128i *>(r_state), _mm_blend_epi16(feba, dchg, 0xF0));
	_mm_storeu_si128(reinterpret_cast<__m128i *>(r_state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

// Twenty rounds, whose function and constant the instruction has by number.
template <int FUNCTION>
SHA_EXTENSIONS inline void sha1_rounds(__m128i &r_abcd, __m128i &r_e, __m128i (&r_w)[4], const uint8_t *p_block) {
	const __m128i swap = _mm_set_epi64x(0x0001020304050607ll, 0x08090a0b0c0d0e0fll);
#pragma GCC unroll 5
	for (int i = FUNCTION * 5; i < FUNCTION * 5 + 5; i++) {
		__m128i &now = r_w[i % 4];
		if (i < 4) {
			now = _mm_shuffle_epi8(load(p_block + i * 16), swap);
		} else {
			now = _mm_sha1msg2_epu32(_mm_xor_si128(_mm_sha1msg1_epu32(now, r_w[(i + 1) % 4]), r_w[(i + 2) % 4]), r_w[(i + 3) % 4]);
		}
		const __m128i round = i == 0 ? _mm_add_epi32(r_e, now) : _mm_sha1nexte_epu32(r_e, now);
		r_e = r_abcd;
		r_abcd = _mm_sha1rnds4_epu32(r_abcd, round, FUNCTION);
	}
}

SHA_EXTENSIONS void transform_sha1(uint32_t *r_state, const uint8_t *p_blocks, uint64_t p_count) {
	__m128i abcd = _mm_shuffle_epi32(load(r_state), 0x1B);
	__m128i e = _mm_set_epi32(int(r_state[4]), 0, 0, 0);
	for (; p_count > 0; p_count--, p_blocks += 64) {
		const __m128i abcd_before = abcd;
		const __m128i e_before = e;
		__m128i w[4];
		sha1_rounds<0>(abcd, e, w, p_blocks);
		sha1_rounds<1>(abcd, e, w, p_blocks);
		sha1_rounds<2>(abcd, e, w, p_blocks);
		sha1_rounds<3>(abcd, e, w, p_blocks);
		e = _mm_sha1nexte_epu32(e, e_before);
		abcd = _mm_add_epi32(abcd, abcd_before);
	}
	_mm_storeu_si128(reinterpret_cast<__m128i *>(r_state), _mm_shuffle_epi32(abcd, 0x1B));
	r_state[4] = uint32_t(_mm_extract_epi32(e, 3));
}

} // namespace

DigestSimd::Transform DigestSimd::find_sha1() {
	return has_sha_extensions() ? transform_sha1 : nullptr;
}

DigestSimd::Transform DigestSimd::find_sha256() {
	return has_sha_extensions() ? transform_sha256 : nullptr;
}
