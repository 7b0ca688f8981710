// Compression over zlib.
#include "core/io/compression.h"

#include "core/error/error_macros.h"

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
	return is_zlib(p_mode);
}

Error Compression::compress(const uint8_t *p_data, int64_t p_size, Mode p_mode, Vector<uint8_t> &r_output) {
	if (!is_zlib(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_size < 0 || p_size > int64_t(UINT32_MAX)) {
		return ERR_INVALID_PARAMETER;
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

Error Compression::decompress(uint8_t *p_into, int64_t p_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode) {
	if (!is_zlib(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_size < 0 || p_size > int64_t(UINT32_MAX) || p_data_size < 0 || p_data_size > int64_t(UINT32_MAX)) {
		return ERR_INVALID_PARAMETER;
	}
	Inflater inflater(p_mode);
	if (!inflater.ok) {
		return ERR_OUT_OF_MEMORY;
	}
	inflater.stream.next_in = const_cast<Bytef *>(p_data);
	inflater.stream.avail_in = uInt(p_data_size);
	inflater.stream.next_out = p_into;
	inflater.stream.avail_out = uInt(p_size);
	const int result = inflate(&inflater.stream, Z_FINISH);
	return result == Z_STREAM_END && int64_t(inflater.stream.total_out) == p_size ? OK : ERR_INVALID_DATA;
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
