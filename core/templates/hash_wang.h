// The hash of an integer as scripts see it: hash(5), NodePath.hash().
#pragma once

#include "core/typedefs.h"

// Thomas Wang's mix of 64 bits into 32.
constexpr uint32_t hash_wang(uint64_t p_value) {
	uint64_t v = p_value;
	v = ~v + (v << 18);
	v ^= v >> 31;
	v *= 21;
	v ^= v >> 11;
	v += v << 6;
	v ^= v >> 22;
	return uint32_t(v);
}
