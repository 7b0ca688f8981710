// Hash functions, and how a key of a map is hashed and compared.
#pragma once

#include "core/typedefs.h"

#include <cstring>
#include <type_traits>

// --- Hashes of tables. They depend on secrets drawn when the process starts, so that nobody who sends keys can choose which of them
// collide. They are never shown, stored or sent: the values differ from run to run.

struct HashSecret {
	static constexpr size_t SIZE = 192;

	uint64_t add;
	uint64_t multiply; // Odd, as the next.
	uint64_t multiply_again;
	uint8_t bytes[SIZE];

	// Set before anything else in the process is constructed. The environment's ESTRAGON_HASH_SEED=number fixes it, to repeat a run.
	static const HashSecret process;
};

_FORCE_INLINE_ uint32_t hash_table_uint64(uint64_t p_value) {
	const HashSecret &secret = HashSecret::process;
	uint64_t v = (p_value ^ secret.add) * secret.multiply;
	v = (v ^ (v >> 32)) * secret.multiply_again;
	return uint32_t(v >> 32);
}
_FORCE_INLINE_ uint32_t hash_table_pair(uint32_t p_a, uint32_t p_b) {
	return hash_table_uint64(uint64_t(p_a) << 32 | p_b);
}
// Both zeros are one, all NANs are one.
_FORCE_INLINE_ uint32_t hash_table_double(double p_value) {
	uint64_t bits = 0;
	if (p_value != p_value) {
		bits = 0x7ff8000000000000ULL;
	} else if (p_value != 0) {
		memcpy(&bits, &p_value, sizeof(bits));
	}
	return hash_table_uint64(bits);
}
// Never 0.
uint32_t hash_table_bytes(const void *p_bytes, size_t p_size);
// Numbers that are equal hash equally, as in hash_table_double().
uint32_t hash_table_reals(const real_t *p_values, size_t p_count);

// --- Hashes that scripts see. Their values never change.

// djb2: the hash that scripts see in String.hash().
_FORCE_INLINE_ constexpr uint32_t hash_djb2_one_32(uint32_t p_in, uint32_t p_previous = 5381) {
	return ((p_previous << 5) + p_previous) + p_in;
}
_FORCE_INLINE_ constexpr uint64_t hash_djb2_one_64(uint64_t p_in, uint64_t p_previous = 5381) {
	return ((p_previous << 5) + p_previous) + p_in;
}
uint32_t hash_djb2_buffer(const uint8_t *p_bytes, size_t p_size, uint32_t p_previous = 5381);

// MurmurHash3 for 32 bits (Austin Appleby, public domain), taken one block at a time.
#define HASH_MURMUR3_SEED 0x7F07C65

_FORCE_INLINE_ constexpr uint32_t hash_rotl32(uint32_t p_x, int p_bits) {
	return (p_x << p_bits) | (p_x >> (32 - p_bits));
}

_FORCE_INLINE_ constexpr uint32_t hash_murmur3_one_32(uint32_t p_in, uint32_t p_seed = HASH_MURMUR3_SEED) {
	p_in *= 0xcc9e2d51;
	p_in = hash_rotl32(p_in, 15);
	p_in *= 0x1b873593;
	p_seed ^= p_in;
	p_seed = hash_rotl32(p_seed, 13);
	return p_seed * 5 + 0xe6546b64;
}
_FORCE_INLINE_ constexpr uint32_t hash_murmur3_one_64(uint64_t p_in, uint32_t p_seed = HASH_MURMUR3_SEED) {
	return hash_murmur3_one_32(uint32_t(p_in >> 32), hash_murmur3_one_32(uint32_t(p_in), p_seed));
}
// Equal numbers hash equally: both zeros are one, all NANs are one.
uint32_t hash_murmur3_one_float(float p_in, uint32_t p_seed = HASH_MURMUR3_SEED);
uint32_t hash_murmur3_one_double(double p_in, uint32_t p_seed = HASH_MURMUR3_SEED);
_FORCE_INLINE_ uint32_t hash_murmur3_one_real(real_t p_in, uint32_t p_seed = HASH_MURMUR3_SEED) {
	return hash_murmur3_one_float(p_in, p_seed);
}
// The finish: every bit of the input reaches every bit of the result.
_FORCE_INLINE_ constexpr uint32_t hash_fmix32(uint32_t p_h) {
	p_h ^= p_h >> 16;
	p_h *= 0x85ebca6b;
	p_h ^= p_h >> 13;
	p_h *= 0xc2b2ae35;
	p_h ^= p_h >> 16;
	return p_h;
}
uint32_t hash_murmur3_buffer(const void *p_bytes, size_t p_size, uint32_t p_seed = HASH_MURMUR3_SEED);

template <typename T, typename = void>
struct _HasTableHash : std::false_type {};
template <typename T>
struct _HasTableHash<T, std::void_t<decltype(std::declval<const T &>().table_hash())>> : std::true_type {};
template <typename T, typename = void>
struct _HasHashMember : std::false_type {};
template <typename T>
struct _HasHashMember<T, std::void_t<decltype(std::declval<const T &>().hash())>> : std::true_type {};

// Hashes what has a table_hash() or hash() member, integers, enums, floats and pointers. Other keys bring a Hasher of their own with the same static hash().
struct HashMapHasherDefault {
	template <typename T>
	static _FORCE_INLINE_ uint32_t hash(const T &p_value) {
		if constexpr (_HasTableHash<T>::value) {
			return p_value.table_hash();
		} else if constexpr (_HasHashMember<T>::value) {
			return hash_table_uint64(uint64_t(p_value.hash()));
		} else if constexpr (std::is_floating_point_v<T>) {
			return hash_table_double(double(p_value));
		} else if constexpr (std::is_pointer_v<T>) {
			return hash_table_uint64(uint64_t(reinterpret_cast<uintptr_t>(p_value)));
		} else {
			static_assert(std::is_integral_v<T> || std::is_enum_v<T>, "Give the type a hash() member, or the map a Hasher.");
			return hash_table_uint64(uint64_t(p_value));
		}
	}
};

// NAN finds itself, as a key of a map must.
struct HashMapComparatorNumber {
	template <typename T>
	static _FORCE_INLINE_ bool compare(const T &p_a, const T &p_b) {
		return p_a == p_b || (p_a != p_a && p_b != p_b);
	}
};

template <typename T>
struct HashMapComparatorDefault {
	static _FORCE_INLINE_ bool compare(const T &p_a, const T &p_b) { return p_a == p_b; }
};
template <>
struct HashMapComparatorDefault<float> : HashMapComparatorNumber {};
template <>
struct HashMapComparatorDefault<double> : HashMapComparatorNumber {};

template <typename F, typename S>
struct Pair;

struct PairHash {
	template <typename F, typename S>
	static _FORCE_INLINE_ uint32_t hash(const Pair<F, S> &p_pair) {
		return hash_table_pair(HashMapHasherDefault::hash(p_pair.first), HashMapHasherDefault::hash(p_pair.second));
	}
};
