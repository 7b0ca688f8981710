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
	// Exactly p_size bytes into p_into; ERR_INVALID_DATA when the data is broken or holds another amount.
	static Error decompress(uint8_t *p_into, int64_t p_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode);
	// As many as there are, up to p_max_size (< 0: no limit). ERR_OUT_OF_MEMORY past it, ERR_INVALID_DATA when broken.
	static Error decompress_dynamic(Vector<uint8_t> &r_output, int64_t p_max_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode);
	static bool is_supported(Mode p_mode);
};
