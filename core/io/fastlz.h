// The FastLZ format (levels 1 and 2), which the scripting API's default compression mode has. Packing writes level 1.
#pragma once

#include "core/error/error_list.h"
#include "core/typedefs.h"

namespace FastLZ {

// The most that compress() may write for p_size bytes.
int64_t get_bound(int64_t p_size);
// Returns how many bytes were written. p_into has room for get_bound(p_size).
int64_t compress(const uint8_t *p_data, int64_t p_size, uint8_t *p_into);
// ERR_INVALID_DATA when the data is broken, ERR_OUT_OF_MEMORY when it holds more than p_capacity. Never reads or writes out of bounds.
Error decompress(const uint8_t *p_data, int64_t p_size, uint8_t *p_into, int64_t p_capacity, int64_t &r_written);

} // namespace FastLZ
