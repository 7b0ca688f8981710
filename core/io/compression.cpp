// Compression over zlib, and FastLZ.
#include "core/io/compression.h"

#include "core/error/error_macros.h"
#include "core/io/fastlz.h"

#include <cstring>

#include <zlib.h>

static constexpr int GZIP_WINDOW_BITS = 15 + 16; // zlib's way to say "with a gzip header".
static constexpr int64_t INFLATE_CHUNK = 64 * 1024;

static bool is_zlib(Compression::Mode p_mode) {
	return p_mode == Compression::MODE_DEFLATE || p_mode == Compression::MODE_GZIP;
}

static int window_bits_of(Compression::Mode p_mode) {
	return p_mode == Compression::MODE_GZIP ? GZIP_WINDOW_BITS : 15;
}

// A z_stream that ends itself.
class Deflater {
public:
	z_stream stream = {};
	const bool ok;

	explicit Deflater(Compression::Mode p_mode) :
			ok(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits_of(p_mode), 8, Z_DEFAULT_STRATEGY) == Z_OK) {}
	~Deflater() {
		if (ok) {
			deflateEnd(&stream);
		}
	}
};

class Inflater {
public:
	z_stream stream = {};
	const bool ok;

	explicit Inflater(Compression::Mode p_mode) :
			ok(inflateInit2(&stream, window_bits_of(p_mode)) == Z_OK) {}
	~Inflater() {
		if (ok) {
			inflateEnd(&stream);
		}
	}
};

bool Compression::is_supported(Mode p_mode) {
	return is_zlib(p_mode) || p_mode == MODE_FASTLZ;
}

// The format wants at least this many bytes; what is shorter is filled up with zeros, and cut again by whoever knows its length.
static constexpr int64_t FASTLZ_SHORTEST = 16;

static Error compress_fastlz(const uint8_t *p_data, int64_t p_size, Vector<uint8_t> &r_output) {
	uint8_t padded[FASTLZ_SHORTEST] = {};
	if (p_size < FASTLZ_SHORTEST && p_size > 0) {
		memcpy(padded, p_data, size_t(p_size));
	}
	const bool is_short = p_size < FASTLZ_SHORTEST;
	const int64_t size = MAX(p_size, FASTLZ_SHORTEST);
	if (r_output.resize_uninitialized(FastLZ::get_bound(size)) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	return r_output.resize(FastLZ::compress(is_short ? padded : p_data, size, r_output.ptrw()));
}

static Error decompress_fastlz(uint8_t *p_into, int64_t p_capacity, const uint8_t *p_data, int64_t p_data_size, int64_t &r_written) {
	if (p_capacity >= FASTLZ_SHORTEST) {
		return FastLZ::decompress(p_data, p_data_size, p_into, p_capacity, r_written);
	}
	uint8_t padded[FASTLZ_SHORTEST];
	const Error error = FastLZ::decompress(p_data, p_data_size, padded, FASTLZ_SHORTEST, r_written);
	if (error == OK) {
		r_written = MIN(r_written, p_capacity);
		memcpy(p_into, padded, size_t(r_written));
	}
	return error;
}

Error Compression::compress(const uint8_t *p_data, int64_t p_size, Mode p_mode, Vector<uint8_t> &r_output) {
	if (!is_supported(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_size < 0 || p_size > int64_t(INT32_MAX)) {
		return ERR_INVALID_PARAMETER;
	}
	if (p_mode == MODE_FASTLZ) {
		return compress_fastlz(p_data, p_size, r_output);
	}
	Deflater deflater(p_mode);
	const int64_t bound = deflater.ok ? int64_t(deflateBound(&deflater.stream, uLong(p_size))) : 0;
	if (!deflater.ok || r_output.resize_uninitialized(bound) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	deflater.stream.next_in = const_cast<Bytef *>(p_data);
	deflater.stream.avail_in = uInt(p_size);
	deflater.stream.next_out = r_output.ptrw();
	deflater.stream.avail_out = uInt(bound);
	if (deflate(&deflater.stream, Z_FINISH) != Z_STREAM_END) {
		return FAILED;
	}
	return r_output.resize(int64_t(deflater.stream.total_out));
}

Error Compression::decompress(uint8_t *p_into, int64_t p_capacity, const uint8_t *p_data, int64_t p_data_size, Mode p_mode, int64_t &r_written) {
	r_written = 0;
	if (!is_supported(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_capacity < 0 || p_capacity > int64_t(UINT32_MAX) || p_data_size < 0 || p_data_size > int64_t(UINT32_MAX)) {
		return ERR_INVALID_PARAMETER;
	}
	if (p_mode == MODE_FASTLZ) {
		return decompress_fastlz(p_into, p_capacity, p_data, p_data_size, r_written);
	}
	Inflater inflater(p_mode);
	if (!inflater.ok) {
		return ERR_OUT_OF_MEMORY;
	}
	inflater.stream.next_in = const_cast<Bytef *>(p_data);
	inflater.stream.avail_in = uInt(p_data_size);
	inflater.stream.next_out = p_into;
	inflater.stream.avail_out = uInt(p_capacity);
	const int result = inflate(&inflater.stream, Z_FINISH);
	if (result == Z_STREAM_END) {
		r_written = int64_t(inflater.stream.total_out);
		return OK;
	}
	return result == Z_BUF_ERROR && inflater.stream.avail_out == 0 ? ERR_OUT_OF_MEMORY : ERR_INVALID_DATA;
}

Error Compression::decompress_dynamic(Vector<uint8_t> &r_output, int64_t p_max_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode) {
	r_output.clear();
	if (!is_zlib(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_data_size < 0 || p_data_size > int64_t(UINT32_MAX)) {
		return ERR_INVALID_PARAMETER;
	}
	Inflater inflater(p_mode);
	if (!inflater.ok) {
		return ERR_OUT_OF_MEMORY;
	}
	inflater.stream.next_in = const_cast<Bytef *>(p_data);
	inflater.stream.avail_in = uInt(p_data_size);
	int64_t done = 0;
	for (int result = Z_OK; result != Z_STREAM_END;) {
		if (r_output.resize_uninitialized(done + MAX(done, INFLATE_CHUNK)) != OK) {
			return ERR_OUT_OF_MEMORY;
		}
		const int64_t room = MIN(r_output.size() - done, int64_t(UINT32_MAX));
		inflater.stream.next_out = r_output.ptrw() + done;
		inflater.stream.avail_out = uInt(room);
		result = inflate(&inflater.stream, Z_NO_FLUSH);
		const int64_t produced = room - inflater.stream.avail_out;
		done += produced;
		if (p_max_size >= 0 && done > p_max_size) {
			r_output.clear();
			return ERR_OUT_OF_MEMORY;
		}
		if (result != Z_STREAM_END && (result != Z_OK || (produced == 0 && inflater.stream.avail_in == 0))) {
			r_output.clear();
			return ERR_INVALID_DATA;
		}
	}
	return r_output.resize(done);
}
