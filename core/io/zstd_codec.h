// Zstandard (RFC 8878): whole buffers.
#pragma once

#include "core/error/error_list.h"
#include "core/typedefs.h"

// The platform brings the library (platform/unix/zstd_codec_libzstd.cpp); where there is none, is_available() is false.
namespace ZstdCodec {

bool is_available();
int64_t get_bound(int64_t p_size); // The most that compressing p_size bytes may give.
// p_window_log 0: no matches over long distances. r_written <= p_capacity, which get_bound() suffices for.
Error compress(const uint8_t *p_data, int64_t p_size, int p_level, int p_window_log, uint8_t *r_into, int64_t p_capacity, int64_t &r_written);
// ERR_OUT_OF_MEMORY when the data holds more than p_capacity, ERR_INVALID_DATA when it is broken.
Error decompress(const uint8_t *p_data, int64_t p_size, uint8_t *r_into, int64_t p_capacity, int64_t &r_written);

} // namespace ZstdCodec
