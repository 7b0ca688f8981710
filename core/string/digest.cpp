// MD5, SHA-1 and SHA-256 as their standards describe them.
#include "core/string/digest.h"

#include "core/string/digest_constants.h"
#include "core/string/simd/digest_simd.h"

#include <cstring>

static uint32_t rotate_left(uint32_t p_value, int p_bits) {
	return (p_value << p_bits) | (p_value >> (32 - p_bits));
}

static uint32_t rotate_right(uint32_t p_value, int p_bits) {
	return (p_value >> p_bits) | (p_value << (32 - p_bits));
}

Digest::Digest(Algorithm p_algorithm) :
		algorithm(p_algorithm) {
	// MD5 takes the first four of SHA-1's five words.
	static constexpr uint32_t START_SHA1[8] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0, 0, 0, 0 };
	static constexpr uint32_t START_SHA256[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	memcpy(state, p_algorithm == SHA256 ? START_SHA256 : START_SHA1, sizeof(state));
}

void Digest::update(Span<uint8_t> p_bytes) {
	const uint64_t filled = total % BLOCK;
	total += p_bytes.size();
	if (filled > 0) {
		const uint64_t taken = MIN(BLOCK - filled, p_bytes.size());
		memcpy(pending + filled, p_bytes.ptr(), size_t(taken));
		p_bytes = p_bytes.subspan(taken);
		if (filled + taken < BLOCK) {
			return;
		}
		_transform(pending, 1);
	}
	const uint64_t whole = p_bytes.size() / BLOCK;
	_transform(p_bytes.ptr(), whole);
	p_bytes = p_bytes.subspan(whole * BLOCK);
	if (!p_bytes.is_empty()) {
		memcpy(pending, p_bytes.ptr(), size_t(p_bytes.size()));
	}
}

void Digest::finish(uint8_t *r_digest) {
	const bool is_little_endian = algorithm == MD5;
	const uint64_t bits = total * 8;
	static constexpr uint8_t PADDING[BLOCK] = { 0x80 };
	update(Span<uint8_t>(PADDING, (total % BLOCK < 56 ? 56 : 120) - total % BLOCK));
	uint8_t length[8];
	for (int i = 0; i < 8; i++) {
		length[i] = uint8_t(bits >> (is_little_endian ? i * 8 : 56 - i * 8));
	}
	update(Span<uint8_t>(length, 8));
	for (int i = 0; i < get_size(algorithm); i++) {
		const int shift = is_little_endian ? i % 4 * 8 : 24 - i % 4 * 8;
		r_digest[i] = uint8_t(state[i / 4] >> shift);
	}
}

void Digest::compute(Algorithm p_algorithm, Span<uint8_t> p_bytes, uint8_t *r_digest) {
	Digest digest(p_algorithm);
	digest.update(p_bytes);
	digest.finish(r_digest);
}

void Digest::_transform(const uint8_t *p_blocks, uint64_t p_count) {
	static const DigestSimd::Transform fast_sha1 = DigestSimd::find_sha1();
	static const DigestSimd::Transform fast_sha256 = DigestSimd::find_sha256();
	const DigestSimd::Transform fast = algorithm == SHA1 ? fast_sha1 : (algorithm == SHA256 ? fast_sha256 : nullptr);
	if (fast) {
		fast(state, p_blocks, p_count);
		return;
	}
	for (; p_count > 0; p_count--, p_blocks += BLOCK) {
		uint32_t words[16];
		for (int i = 0; i < 16; i++) {
			const uint8_t *b = p_blocks + i * 4;
			words[i] = algorithm == MD5 ? uint32_t(b[0]) | uint32_t(b[1]) << 8 | uint32_t(b[2]) << 16 | uint32_t(b[3]) << 24 : uint32_t(b[3]) | uint32_t(b[2]) << 8 | uint32_t(b[1]) << 16 | uint32_t(b[0]) << 24;
		}
		switch (algorithm) {
			case MD5:
				_transform_md5(words);
				break;
			case SHA1:
				_transform_sha1(words);
				break;
			case SHA256:
				_transform_sha256(words);
				break;
		}
	}
}

namespace {

// Rounds name the words that they change, so that nothing moves from one round to the next.

template <int GROUP>
_FORCE_INLINE_ uint32_t mix_md5(uint32_t b, uint32_t c, uint32_t d) {
	return GROUP == 0 ? (b & c) | (~b & d) : (GROUP == 1 ? (d & b) | (~d & c) : (GROUP == 2 ? b ^ c ^ d : c ^ (b | ~d)));
}

template <int GROUP>
_FORCE_INLINE_ void rounds_md5(uint32_t (&s)[4], const uint32_t *p_words, const uint32_t *p_sines) {
	static constexpr uint8_t ROTATIONS[4][4] = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } };
	static constexpr int STEPS[4] = { 1, 5, 3, 7 };
	static constexpr int STARTS[4] = { 0, 1, 5, 0 };
#pragma GCC unroll 16
	for (int i = 0; i < 16; i++) {
		uint32_t &a = s[(16 - i) % 4];
		const uint32_t b = s[(17 - i) % 4];
		const uint32_t word = p_words[(STARTS[GROUP] + STEPS[GROUP] * i) % 16];
		a = b + rotate_left(a + mix_md5<GROUP>(b, s[(18 - i) % 4], s[(19 - i) % 4]) + p_sines[GROUP * 16 + i] + word, ROTATIONS[GROUP][i % 4]);
	}
}

template <int GROUP>
_FORCE_INLINE_ void rounds_sha1(uint32_t (&s)[5], uint32_t (&r_words)[16]) {
	static constexpr uint32_t CONSTANTS[4] = { 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6 };
#pragma GCC unroll 20
	for (int j = 0; j < 20; j++) {
		const int i = GROUP * 20 + j;
		if (i >= 16) {
			r_words[i % 16] = rotate_left(r_words[(i - 3) % 16] ^ r_words[(i - 8) % 16] ^ r_words[(i - 14) % 16] ^ r_words[i % 16], 1);
		}
		const uint32_t a = s[(80 - i) % 5];
		uint32_t &b = s[(81 - i) % 5];
		const uint32_t c = s[(82 - i) % 5];
		const uint32_t d = s[(83 - i) % 5];
		const uint32_t mixed = GROUP == 0 ? (b & c) | (~b & d) : (GROUP == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d);
		s[(84 - i) % 5] += rotate_left(a, 5) + mixed + CONSTANTS[GROUP] + r_words[i % 16];
		b = rotate_left(b, 30);
	}
}

} // namespace

void Digest::_transform_md5(const uint32_t *p_words) {
	// floor(2^32 * abs(sin(i + 1))), RFC 1321 section 3.4.
	static constexpr uint32_t SINES[64] = {
		0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
		0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
		0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
		0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
		0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
		0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
		0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
		0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391
	};
	uint32_t s[4];
	memcpy(s, state, sizeof(s));
	rounds_md5<0>(s, p_words, SINES);
	rounds_md5<1>(s, p_words, SINES);
	rounds_md5<2>(s, p_words, SINES);
	rounds_md5<3>(s, p_words, SINES);
	for (int i = 0; i < 4; i++) {
		state[i] += s[i];
	}
}

void Digest::_transform_sha1(uint32_t (&r_words)[16]) {
	uint32_t s[5];
	memcpy(s, state, sizeof(s));
	rounds_sha1<0>(s, r_words);
	rounds_sha1<1>(s, r_words);
	rounds_sha1<2>(s, r_words);
	rounds_sha1<3>(s, r_words);
	for (int i = 0; i < 5; i++) {
		state[i] += s[i];
	}
}

void Digest::_transform_sha256(uint32_t (&r_words)[16]) {
	uint32_t s[8];
	memcpy(s, state, sizeof(s));
	for (int start = 0; start < 64; start += 16) {
#pragma GCC unroll 16
		for (int j = 0; j < 16; j++) {
			if (start > 0) {
				const uint32_t near = r_words[(j + 1) % 16];
				const uint32_t far = r_words[(j + 14) % 16];
				r_words[j] += (rotate_right(near, 7) ^ rotate_right(near, 18) ^ (near >> 3)) + r_words[(j + 9) % 16] + (rotate_right(far, 17) ^ rotate_right(far, 19) ^ (far >> 10));
			}
			const uint32_t a = s[(16 - j) % 8];
			const uint32_t b = s[(17 - j) % 8];
			const uint32_t c = s[(18 - j) % 8];
			const uint32_t e = s[(20 - j) % 8];
			uint32_t &h = s[(23 - j) % 8];
			h += (rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25)) + ((e & s[(21 - j) % 8]) ^ (~e & s[(22 - j) % 8])) + SHA256_ROOTS[start + j] + r_words[j];
			s[(19 - j) % 8] += h;
			h += (rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		}
	}
	for (int i = 0; i < 8; i++) {
		state[i] += s[i];
	}
}
