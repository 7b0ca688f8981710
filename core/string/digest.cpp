// MD5, SHA-1 and SHA-256 as their standards describe them.
#include "core/string/digest.h"

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
	uint64_t filled = total % BLOCK;
	total += p_bytes.size();
	while (!p_bytes.is_empty()) {
		const uint64_t taken = MIN(BLOCK - filled, p_bytes.size());
		memcpy(pending + filled, p_bytes.ptr(), size_t(taken));
		p_bytes = p_bytes.subspan(taken);
		filled = (filled + taken) % BLOCK;
		if (filled == 0) {
			_transform(pending);
		}
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

void Digest::_transform(const uint8_t *p_block) {
	uint32_t words[16];
	for (int i = 0; i < 16; i++) {
		const uint8_t *b = p_block + i * 4;
		const bool is_little_endian = algorithm == MD5;
		words[i] = is_little_endian ? uint32_t(b[0]) | uint32_t(b[1]) << 8 | uint32_t(b[2]) << 16 | uint32_t(b[3]) << 24 : uint32_t(b[3]) | uint32_t(b[2]) << 8 | uint32_t(b[1]) << 16 | uint32_t(b[0]) << 24;
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
	static constexpr uint8_t ROTATIONS[4][4] = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } };
	uint32_t a = state[0];
	uint32_t b = state[1];
	uint32_t c = state[2];
	uint32_t d = state[3];
	for (int i = 0; i < 64; i++) {
		uint32_t mixed;
		int word;
		switch (i / 16) {
			case 0:
				mixed = (b & c) | (~b & d);
				word = i;
				break;
			case 1:
				mixed = (d & b) | (~d & c);
				word = (5 * i + 1) % 16;
				break;
			case 2:
				mixed = b ^ c ^ d;
				word = (3 * i + 5) % 16;
				break;
			default:
				mixed = c ^ (b | ~d);
				word = (7 * i) % 16;
				break;
		}
		const uint32_t rotated = rotate_left(a + mixed + SINES[i] + p_words[word], ROTATIONS[i / 16][i % 4]);
		a = d;
		d = c;
		c = b;
		b += rotated;
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
}

void Digest::_transform_sha1(const uint32_t *p_words) {
	uint32_t words[80];
	memcpy(words, p_words, 16 * sizeof(uint32_t));
	for (int i = 16; i < 80; i++) {
		words[i] = rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
	}
	uint32_t a = state[0];
	uint32_t b = state[1];
	uint32_t c = state[2];
	uint32_t d = state[3];
	uint32_t e = state[4];
	for (int i = 0; i < 80; i++) {
		uint32_t mixed;
		uint32_t constant;
		if (i < 20) {
			mixed = (b & c) | (~b & d);
			constant = 0x5a827999;
		} else if (i < 40) {
			mixed = b ^ c ^ d;
			constant = 0x6ed9eba1;
		} else if (i < 60) {
			mixed = (b & c) | (b & d) | (c & d);
			constant = 0x8f1bbcdc;
		} else {
			mixed = b ^ c ^ d;
			constant = 0xca62c1d6;
		}
		const uint32_t next = rotate_left(a, 5) + mixed + e + constant + words[i];
		e = d;
		d = c;
		c = rotate_left(b, 30);
		b = a;
		a = next;
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
}

void Digest::_transform_sha256(const uint32_t *p_words) {
	// The first 32 bits of the fractions of the cube roots of the first 64 primes.
	static constexpr uint32_t ROOTS[64] = {
		0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
		0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
		0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
		0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
		0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
		0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
		0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
		0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
	};
	uint32_t words[64];
	memcpy(words, p_words, 16 * sizeof(uint32_t));
	for (int i = 16; i < 64; i++) {
		const uint32_t near = rotate_right(words[i - 15], 7) ^ rotate_right(words[i - 15], 18) ^ (words[i - 15] >> 3);
		const uint32_t far = rotate_right(words[i - 2], 17) ^ rotate_right(words[i - 2], 19) ^ (words[i - 2] >> 10);
		words[i] = words[i - 16] + near + words[i - 7] + far;
	}
	uint32_t s[8];
	memcpy(s, state, sizeof(s));
	for (int i = 0; i < 64; i++) {
		const uint32_t sum1 = rotate_right(s[4], 6) ^ rotate_right(s[4], 11) ^ rotate_right(s[4], 25);
		const uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
		const uint32_t first = s[7] + sum1 + choice + ROOTS[i] + words[i];
		const uint32_t sum0 = rotate_right(s[0], 2) ^ rotate_right(s[0], 13) ^ rotate_right(s[0], 22);
		const uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
		memmove(s + 1, s, 7 * sizeof(uint32_t));
		s[4] += first;
		s[0] = first + sum0 + majority;
	}
	for (int i = 0; i < 8; i++) {
		state[i] += s[i];
	}
}
