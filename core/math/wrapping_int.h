// Integer arithmetic that is defined for every input: overflow wraps around in two's complement, division by zero gives 0.
// The integer vectors use it, so that no script can reach undefined behaviour; the Variant layer reports a division by zero.
#pragma once

#include "core/typedefs.h"

#include <type_traits>

namespace WrappingInt {

template <typename T>
constexpr T add(T p_a, T p_b) {
	using U = std::make_unsigned_t<T>;
	return T(U(p_a) + U(p_b));
}

template <typename T>
constexpr T sub(T p_a, T p_b) {
	using U = std::make_unsigned_t<T>;
	return T(U(p_a) - U(p_b));
}

template <typename T>
constexpr T mul(T p_a, T p_b) {
	using U = std::make_unsigned_t<T>;
	return T(U(p_a) * U(p_b));
}

template <typename T>
constexpr T neg(T p_a) {
	return sub(T(0), p_a);
}

template <typename T>
constexpr T abs(T p_a) {
	return p_a < 0 ? neg(p_a) : p_a;
}

// The smallest value divided by -1 wraps to itself.
template <typename T>
constexpr T div(T p_a, T p_b) {
	return p_b == 0 ? T(0) : (p_b == T(-1) ? neg(p_a) : T(p_a / p_b));
}

template <typename T>
constexpr T mod(T p_a, T p_b) {
	return p_b == 0 || p_b == T(-1) ? T(0) : T(p_a % p_b);
}

} // namespace WrappingInt
