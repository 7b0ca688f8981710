// The hash functions that are too long to inline, and the secrets of those for tables.
#include "core/templates/hashfuncs.h"

#include "core/error/error_macros.h"

#include <cstdlib>
#include <cstring>

#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace {

// The well-known splitmix64 sequence.
uint64_t next_of(uint64_t &r_state) {
	r_state += 0x9E3779B97F4A7C15ULL;
	uint64_t v = r_state;
	v = (v ^ (v >> 30)) * 0xBF58476D1CE4E5B9ULL;
	v = (v ^ (v >> 27)) * 0x94D049BB133111EBULL;
	return v ^ (v >> 31);
}

HashSecret draw_secret() {
	HashSecret secret;
	if (const char *fixed = getenv("ESTRAGON_HASH_SEED")) {
		uint64_t state = strtoull(fixed, nullptr, 10);
		secret.add = next_of(state);
		secret.multiply = next_of(state);
		secret.multiply_again = next_of(state);
		for (size_t i = 0; i < HashSecret::SIZE; i += sizeof(uint64_t)) {
			const uint64_t word = next_of(state);
			memcpy(&secret.bytes[i], &word, sizeof(word));
		}
	} else {
		static_assert(sizeof(HashSecret) <= 256, "The limit of getentropy().");
		CRASH_COND(getentropy(&secret, sizeof(secret)) != 0); // The kernel has no random numbers: nothing of ours would be safe.
	}
	secret.multiply |= 1;
	secret.multiply_again |= 1;
	return secret;
}

} // namespace

// Before all other static objects: some of them make tables.
__attribute__((init_priority(101))) const HashSecret HashSecret::process = draw_secret();

uint32_t hash_table_bytes(const void *p_bytes, size_t p_size) {
	const uint64_t hash = XXH3_64bits_withSecret(p_bytes, p_size, HashSecret::process.bytes, HashSecret::SIZE);
	const uint32_t folded = uint32_t(hash ^ (hash >> 32));
	return folded != 0 ? folded : 1;
}

uint32_t hash_table_reals(const real_t *p_values, size_t p_count) {
	constexpr size_t BLOCK = 64;
	real_t block[BLOCK];
	uint32_t hash = uint32_t(p_count);
	for (size_t at = 0; at < p_count; at += BLOCK) {
		const size_t count = MIN(BLOCK, p_count - at);
		for (size_t i = 0; i < count; i++) {
			const real_t value = p_values[at + i];
			block[i] = value == value ? value + real_t(0) : real_t(__builtin_nanf("")); // Minus zero plus zero is zero.
		}
		hash = hash_table_pair(hash, hash_table_bytes(block, count * sizeof(real_t)));
	}
	return hash;
}

uint32_t hash_djb2_buffer(const uint8_t *p_bytes, size_t p_size, uint32_t p_previous) {
	uint32_t hash = p_previous;
	for (size_t i = 0; i < p_size; i++) {
		hash = hash_djb2_one_32(p_bytes[i], hash);
	}
	return hash;
}

uint32_t hash_murmur3_one_float(float p_in, uint32_t p_seed) {
	uint32_t bits = 0;
	if (p_in != p_in) {
		bits = 0x7fc00000;
	} else if (p_in != 0.0f) {
		memcpy(&bits, &p_in, sizeof(bits));
	}
	return hash_murmur3_one_32(bits, p_seed);
}

uint32_t hash_murmur3_one_double(double p_in, uint32_t p_seed) {
	uint64_t bits = 0;
	if (p_in != p_in) {
		bits = 0x7ff8000000000000ULL;
	} else if (p_in != 0.0) {
		memcpy(&bits, &p_in, sizeof(bits));
	}
	return hash_murmur3_one_64(bits, p_seed);
}

uint32_t hash_murmur3_buffer(const void *p_bytes, size_t p_size, uint32_t p_seed) {
	const uint8_t *bytes = static_cast<const uint8_t *>(p_bytes);
	uint32_t hash = p_seed;
	size_t i = 0;
	for (; i + 4 <= p_size; i += 4) {
		const uint32_t block = uint32_t(bytes[i]) | (uint32_t(bytes[i + 1]) << 8) | (uint32_t(bytes[i + 2]) << 16) | (uint32_t(bytes[i + 3]) << 24);
		hash = hash_murmur3_one_32(block, hash);
	}
	uint32_t tail = 0;
	for (size_t j = p_size; j > i; j--) {
		tail = (tail << 8) | bytes[j - 1];
	}
	tail *= 0xcc9e2d51;
	tail = hash_rotl32(tail, 15);
	tail *= 0x1b873593;
	return hash_fmix32((hash ^ tail) ^ uint32_t(p_size));
}
