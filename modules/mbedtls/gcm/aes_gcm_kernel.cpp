// AES-GCM (NIST SP 800-38D). Compiled twice, with AES_GCM_WIDE for vectors of four blocks: no header of the engine may be included here,
// since what it defines inline would then need those instructions, too.
//
// GHASH multiplies numbers whose bits are reversed. With the bytes reversed and the powers of the key multiplied by x beforehand, the
// carry-less product of two such numbers needs no shift. A batch is one sum of products, reduced once: Y = (Y + X1) H^n + X2 H^(n-1) + ...
#include "modules/mbedtls/gcm/aes_gcm_x86.h"

#ifndef __clang__
// gcc 12's own header begins some vectors undefined on purpose.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <immintrin.h>

#include <cstring>

namespace {

constexpr size_t BLOCK = 16;

#ifdef AES_GCM_WIDE
constexpr int LANES = 4;
constexpr int BATCH = 4; // Vectors that are worked on at once.
using Vector = __m512i;

inline Vector load(const void *p_from) {
	return _mm512_loadu_si512(p_from);
}
inline void store(void *p_to, Vector p_value) {
	_mm512_storeu_si512(p_to, p_value);
}
inline Vector spread(__m128i p_block) {
	return _mm512_broadcast_i32x4(p_block);
}
inline Vector exclusive_or(Vector p_a, Vector p_b) {
	return _mm512_xor_si512(p_a, p_b);
}
inline Vector shuffle(Vector p_value, Vector p_order) {
	return _mm512_shuffle_epi8(p_value, p_order);
}
inline Vector add(Vector p_a, Vector p_b) {
	return _mm512_add_epi32(p_a, p_b);
}
inline Vector round_of(Vector p_state, Vector p_key) {
	return _mm512_aesenc_epi128(p_state, p_key);
}
inline Vector last_round_of(Vector p_state, Vector p_key) {
	return _mm512_aesenclast_epi128(p_state, p_key);
}
template <int HALVES>
inline Vector multiply(Vector p_a, Vector p_b) {
	return _mm512_clmulepi64_epi128(p_a, p_b, HALVES);
}
inline Vector first_lane(__m128i p_block) {
	return _mm512_zextsi128_si512(p_block);
}
inline Vector lane_numbers() {
	return _mm512_set_epi32(0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0);
}
inline __m128i sum_of_lanes(Vector p_value) {
	const __m256i half = _mm256_xor_si256(_mm512_castsi512_si256(p_value), _mm512_extracti64x4_epi64(p_value, 1));
	return _mm_xor_si128(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
}
#else
constexpr int LANES = 1;
constexpr int BATCH = 8;
using Vector = __m128i;

inline Vector load(const void *p_from) {
	return _mm_loadu_si128(static_cast<const __m128i *>(p_from));
}
inline void store(void *p_to, Vector p_value) {
	_mm_storeu_si128(static_cast<__m128i *>(p_to), p_value);
}
inline Vector spread(__m128i p_block) {
	return p_block;
}
inline Vector exclusive_or(Vector p_a, Vector p_b) {
	return _mm_xor_si128(p_a, p_b);
}
inline Vector shuffle(Vector p_value, Vector p_order) {
	return _mm_shuffle_epi8(p_value, p_order);
}
inline Vector add(Vector p_a, Vector p_b) {
	return _mm_add_epi32(p_a, p_b);
}
inline Vector round_of(Vector p_state, Vector p_key) {
	return _mm_aesenc_si128(p_state, p_key);
}
inline Vector last_round_of(Vector p_state, Vector p_key) {
	return _mm_aesenclast_si128(p_state, p_key);
}
template <int HALVES>
inline Vector multiply(Vector p_a, Vector p_b) {
	return _mm_clmulepi64_si128(p_a, p_b, HALVES);
}
inline Vector first_lane(__m128i p_block) {
	return p_block;
}
inline Vector lane_numbers() {
	return _mm_setzero_si128();
}
inline __m128i sum_of_lanes(Vector p_value) {
	return p_value;
}
#endif

constexpr int BATCH_BLOCKS = BATCH * LANES;
constexpr size_t BATCH_BYTES = BATCH_BLOCKS * BLOCK;

inline __m128i load_block(const void *p_from) {
	return _mm_loadu_si128(static_cast<const __m128i *>(p_from));
}
inline __m128i reversed_order() {
	return _mm_set_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}
inline __m128i reverse(__m128i p_block) {
	return _mm_shuffle_epi8(p_block, reversed_order());
}

// The sum of products p_low + p_middle * 2^64 + p_high * 2^128, modulo the polynomial of GCM.
inline __m128i reduce(__m128i p_low, __m128i p_middle, __m128i p_high) {
	const __m128i polynomial = _mm_set_epi64x((long long)0xc200000000000000ull, 1);
	p_middle = _mm_xor_si128(p_middle, _mm_xor_si128(_mm_shuffle_epi32(p_low, 0x4E), _mm_clmulepi64_si128(polynomial, p_low, 0x01)));
	return _mm_xor_si128(p_high, _mm_xor_si128(_mm_shuffle_epi32(p_middle, 0x4E), _mm_clmulepi64_si128(polynomial, p_middle, 0x01)));
}

inline __m128i multiply_block(__m128i p_a, __m128i p_power) {
	const __m128i middle = _mm_xor_si128(_mm_clmulepi64_si128(p_a, p_power, 0x01), _mm_clmulepi64_si128(p_a, p_power, 0x10));
	return reduce(_mm_clmulepi64_si128(p_a, p_power, 0x00), middle, _mm_clmulepi64_si128(p_a, p_power, 0x11));
}

// Not optimised away: keys must not stay on the stack.
void wipe(void *p_bytes, size_t p_size) {
	memset(p_bytes, 0, p_size);
	__asm__ __volatile__(""
						 :
						 : "r"(p_bytes)
						 : "memory");
}

class Cipher {
public:
	explicit Cipher(const AESGCMMessage &p_message) :
			message(p_message) {
		for (int i = 0; i <= message.rounds; i++) {
			keys[i] = load_block(message.round_keys + size_t(i) * BLOCK);
		}
		uint8_t first[BLOCK] = {};
		memcpy(first, message.iv, 12);
		start = reverse(load_block(first));
		// The key of GHASH, times x.
		uint64_t halves[2];
		_mm_storeu_si128(reinterpret_cast<__m128i *>(halves), reverse(encrypt_block(_mm_setzero_si128())));
		const uint64_t carry = halves[1] >> 63;
		const uint64_t high = (halves[1] << 1 | halves[0] >> 63) ^ (carry ? 0xc200000000000000ull : 0);
		const uint64_t low = halves[0] << 1 ^ carry;
		powers[BATCH_BLOCKS - 1] = _mm_set_epi64x((long long)high, (long long)low);
	}
	~Cipher() {
		wipe(keys, sizeof(keys));
		wipe(powers, sizeof(powers));
	}

	void run(uint8_t *r_tag) {
		hash_bytes(message.aad, message.aad_size);
		const uint8_t *from = message.input;
		uint8_t *to = message.output;
		size_t left = message.size;
		if (left >= BATCH_BYTES) {
			for (int i = BATCH_BLOCKS - 2; i >= 0; i--) {
				powers[i] = multiply_block(powers[i + 1], powers[BATCH_BLOCKS - 1]);
			}
			for (; left >= BATCH_BYTES; left -= BATCH_BYTES, from += BATCH_BYTES, to += BATCH_BYTES) {
				crypt_batch(from, to);
			}
		}
		for (; left > 0; left -= left < BLOCK ? left : BLOCK, from += BLOCK, to += BLOCK) {
			crypt_rest(from, to, left < BLOCK ? left : BLOCK);
		}
		const __m128i lengths = _mm_set_epi64x((long long)(uint64_t(message.aad_size) * 8), (long long)(uint64_t(message.size) * 8));
		sum = multiply_block(_mm_xor_si128(sum, lengths), powers[BATCH_BLOCKS - 1]);
		const __m128i mask = encrypt_block(reverse(_mm_add_epi32(start, _mm_set_epi32(0, 0, 0, 1))));
		_mm_storeu_si128(reinterpret_cast<__m128i *>(r_tag), _mm_xor_si128(mask, reverse(sum)));
	}

private:
	__m128i encrypt_block(__m128i p_block) const {
		p_block = _mm_xor_si128(p_block, keys[0]);
		for (int i = 1; i < message.rounds; i++) {
			p_block = _mm_aesenc_si128(p_block, keys[i]);
		}
		return _mm_aesenclast_si128(p_block, keys[message.rounds]);
	}

	void hash_block(__m128i p_block) { sum = multiply_block(_mm_xor_si128(sum, reverse(p_block)), powers[BATCH_BLOCKS - 1]); }

	void hash_bytes(const uint8_t *p_bytes, size_t p_size) {
		for (; p_size >= BLOCK; p_size -= BLOCK, p_bytes += BLOCK) {
			hash_block(load_block(p_bytes));
		}
		if (p_size > 0) {
			uint8_t padded[BLOCK] = {};
			memcpy(padded, p_bytes, p_size);
			hash_block(load_block(padded));
		}
	}

	void hash_batch(const Vector *p_text) {
		const Vector order = spread(reversed_order());
		Vector low, middle, high;
		for (int i = 0; i < BATCH; i++) {
			Vector text = shuffle(p_text[i], order);
			if (i == 0) {
				text = exclusive_or(text, first_lane(sum));
			}
			const Vector power = load(powers + i * LANES);
			const Vector both = exclusive_or(multiply<0x01>(text, power), multiply<0x10>(text, power));
			low = i == 0 ? multiply<0x00>(text, power) : exclusive_or(low, multiply<0x00>(text, power));
			middle = i == 0 ? both : exclusive_or(middle, both);
			high = i == 0 ? multiply<0x11>(text, power) : exclusive_or(high, multiply<0x11>(text, power));
		}
		sum = reduce(sum_of_lanes(low), sum_of_lanes(middle), sum_of_lanes(high));
	}

	void crypt_batch(const uint8_t *p_from, uint8_t *r_to) {
		const Vector order = spread(reversed_order());
		const Vector step = spread(_mm_set_epi32(0, 0, 0, LANES));
		Vector counter = add(spread(_mm_add_epi32(start, _mm_set_epi32(0, 0, 0, int(next_counter)))), lane_numbers());
		next_counter += uint32_t(BATCH_BLOCKS);
		Vector state[BATCH];
		Vector text[BATCH];
		const Vector first_key = spread(keys[0]);
		for (int i = 0; i < BATCH; i++) {
			state[i] = exclusive_or(shuffle(counter, order), first_key);
			counter = add(counter, step);
			text[i] = load(p_from + size_t(i) * LANES * BLOCK);
		}
		if (!message.encrypt) {
			hash_batch(text);
		}
		for (int r = 1; r < message.rounds; r++) {
			const Vector key = spread(keys[r]);
			for (int i = 0; i < BATCH; i++) {
				state[i] = round_of(state[i], key);
			}
		}
		const Vector last_key = spread(keys[message.rounds]);
		for (int i = 0; i < BATCH; i++) {
			text[i] = exclusive_or(text[i], last_round_of(state[i], last_key));
			store(r_to + size_t(i) * LANES * BLOCK, text[i]);
		}
		if (message.encrypt) {
			hash_batch(text);
		}
	}

	// A block, or what is left of one.
	void crypt_rest(const uint8_t *p_from, uint8_t *r_to, size_t p_size) {
		uint8_t bytes[BLOCK] = {};
		memcpy(bytes, p_from, p_size);
		const __m128i mask = encrypt_block(reverse(_mm_add_epi32(start, _mm_set_epi32(0, 0, 0, int(next_counter)))));
		next_counter++;
		if (!message.encrypt) {
			hash_block(load_block(bytes));
		}
		_mm_storeu_si128(reinterpret_cast<__m128i *>(bytes), _mm_xor_si128(load_block(bytes), mask));
		memcpy(r_to, bytes, p_size);
		if (message.encrypt) {
			memset(bytes + p_size, 0, BLOCK - p_size);
			hash_block(load_block(bytes));
		}
	}

	const AESGCMMessage &message;
	__m128i keys[15];
	__m128i powers[BATCH_BLOCKS]; // The highest first; all but the last only where a batch needs them.
	__m128i start; // The block that is counted on, reversed, with zero for the counter.
	__m128i sum = _mm_setzero_si128();
	uint32_t next_counter = 2; // One is the mask of the tag's.
};

} // namespace

#ifdef AES_GCM_WIDE
void aes_gcm_crypt_512(const AESGCMMessage &p_message, uint8_t *r_tag) {
#else
void aes_gcm_crypt_128(const AESGCMMessage &p_message, uint8_t *r_tag) {
#endif
	Cipher cipher(p_message);
	cipher.run(r_tag);
}
