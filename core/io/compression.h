// Compression of whole buffers, in the formats that files and packets of the scripting API use.
#pragma once

#include "core/error/error_list.h"
#include "core/templates/vector.h"

class Compression {
public:
	enum Mode {
		MODE_FASTLZ,
		MODE_DEFLATE, // zlib stream (RFC 1950).
		MODE_ZSTD,
		MODE_GZIP, // RFC 1952.
		MODE_BROTLI, // Decompression only.
	};

	// Replaces r_output. ERR_UNAVAILABLE for a mode that this build lacks.
	static Error compress(const uint8_t *p_data, int64_t p_size, Mode p_mode, Vector<uint8_t> &r_output);
	// Into a buffer of p_capacity bytes. ERR_OUT_OF_MEMORY when the data holds more than that, ERR_INVALID_DATA when it is broken.
	static Error decompress(uint8_t *p_into, int64_t p_capacity, const uint8_t *p_data, int64_t p_data_size, Mode p_mode, int64_t &r_written);
	// As many as there are, up to p_max_size (< 0: no limit). ERR_OUT_OF_MEMORY past it, ERR_INVALID_DATA when broken, ERR_UNAVAILABLE for
	// formats that do not mark their end (FastLZ).
	static Error decompress_dynamic(Vector<uint8_t> &r_output, int64_t p_max_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode);
	static bool is_supported(Mode p_mode);
};
