// The hash functions that are too long to inline.
#include "core/templates/hashfuncs.h"

#include <cstring>

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
