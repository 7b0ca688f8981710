// SHA-1 and SHA-256 by instructions of the processor, where it has them. digest_simd_x86.cpp or digest_simd_none.cpp implements it.
#pragma once

#include <cstdint>

namespace DigestSimd {

// Takes p_count blocks of 64 bytes into the state (five or eight words).
using Transform = void (*)(uint32_t *r_state, const uint8_t *p_blocks, uint64_t p_count);

// null when this processor has no such instructions.
Transform find_sha1();
Transform find_sha256();

} // namespace DigestSimd
