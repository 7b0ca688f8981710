// The words every other header may assume: fixed-width integers, inlining hints, small generic helpers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#if defined(__GNUC__) || defined(__clang__)
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define _ALWAYS_INLINE_ __attribute__((always_inline)) inline
#define _NO_INLINE_ __attribute__((noinline))
#else
#define likely(x) (x)
#define unlikely(x) (x)
#define _ALWAYS_INLINE_ inline
#define _NO_INLINE_
#endif

// Release builds insist on inlining; at -O0 it would only slow the compiler and the debugger down.
#if defined(__OPTIMIZE__)
#define _FORCE_INLINE_ _ALWAYS_INLINE_
#else
#define _FORCE_INLINE_ inline
#endif

// Components of the vector types are single precision, as in the stock engine's default build.
using real_t = float;
using char32 = char32_t;

// Both give p_b when the two cannot be ordered (NaN).
template <typename T>
constexpr const T &MIN(const T &p_a, const T &p_b) {
	return p_a < p_b ? p_a : p_b;
}

template <typename T>
constexpr const T &MAX(const T &p_a, const T &p_b) {
	return p_b < p_a ? p_a : p_b;
}

template <typename T>
constexpr T CLAMP(const T &p_value, const T &p_min, const T &p_max) {
	return p_value < p_min ? p_min : (p_max < p_value ? p_max : p_value);
}

template <typename T>
constexpr T ABS(const T &p_value) {
	return p_value < T(0) ? T(-p_value) : p_value;
}

template <typename T>
constexpr T SIGN(const T &p_value) {
	return p_value > T(0) ? T(1) : (p_value < T(0) ? T(-1) : T(0));
}

template <typename T>
inline void SWAP(T &r_a, T &r_b) {
	T kept = std::move(r_a);
	r_a = std::move(r_b);
	r_b = std::move(kept);
}

// The smallest power of two that is not below p_value; 0 stays 0. p_value <= 2^63.
constexpr uint64_t next_power_of_2(uint64_t p_value) {
	if (p_value == 0) {
		return 0;
	}
	uint64_t power = 1;
	while (power < p_value) {
		power <<= 1;
	}
	return power;
}
