// Compression over DeflateStream, FastLZ and ZstdCodec.
#include "core/io/compression.h"

#include "core/config/project_settings.h"
#include "core/io/deflate_stream.h"
#include "core/io/fastlz.h"
#include "core/io/zstd_codec.h"

#include <cstring>

static constexpr int64_t INFLATE_CHUNK = 64 * 1024;

static bool is_deflate(Compression::Mode p_mode) {
	return p_mode == Compression::MODE_DEFLATE || p_mode == Compression::MODE_GZIP;
}

static DeflateStream::Format format_of(Compression::Mode p_mode) {
	return p_mode == Compression::MODE_GZIP ? DeflateStream::FORMAT_GZIP : DeflateStream::FORMAT_ZLIB;
}

bool Compression::is_supported(Mode p_mode) {
	return p_mode == MODE_FASTLZ || (is_deflate(p_mode) && DeflateStream::is_available()) || (p_mode == MODE_ZSTD && ZstdCodec::is_available());
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
		if (r_written > 0) { // p_into may be null when there is no room at all.
			memcpy(p_into, padded, size_t(r_written));
		}
	}
	return error;
}

static Error compress_zstd(const uint8_t *p_data, int64_t p_size, Vector<uint8_t> &r_output) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const int level = settings->get_setting("compression/formats/zstd/compression_level", 3);
	const bool is_long = settings->get_setting("compression/formats/zstd/long_distance_matching", false);
	const int window_log = is_long ? int(settings->get_setting("compression/formats/zstd/window_log_size", 27)) : 0;
	if (r_output.resize_uninitialized(ZstdCodec::get_bound(p_size)) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	int64_t written = 0;
	const Error error = ZstdCodec::compress(p_data, p_size, level, window_log, r_output.ptrw(), r_output.size(), written);
	return error == OK ? r_output.resize(written) : error;
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
	if (p_mode == MODE_ZSTD) {
		return compress_zstd(p_data, p_size, r_output);
	}
	DeflateStream stream;
	if (!stream.start_compression(format_of(p_mode)) || r_output.resize_uninitialized(stream.get_bound(p_size)) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	int64_t taken = 0;
	int64_t written = 0;
	if (stream.process(p_data, p_size, taken, r_output.ptrw(), r_output.size(), written, true) != DeflateStream::RESULT_END) {
		return FAILED;
	}
	return r_output.resize(written);
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
	if (p_mode == MODE_ZSTD) {
		return ZstdCodec::decompress(p_data, p_data_size, p_into, p_capacity, r_written);
	}
	DeflateStream stream;
	if (!stream.start_decompression(format_of(p_mode))) {
		return ERR_OUT_OF_MEMORY;
	}
	int64_t taken = 0;
	const DeflateStream::Result result = stream.process(p_data, p_data_size, taken, p_into, p_capacity, r_written, false);
	if (result == DeflateStream::RESULT_END) {
		return OK;
	}
	return result == DeflateStream::RESULT_MORE && r_written == p_capacity ? ERR_OUT_OF_MEMORY : ERR_INVALID_DATA;
}

Error Compression::decompress_dynamic(Vector<uint8_t> &r_output, int64_t p_max_size, const uint8_t *p_data, int64_t p_data_size, Mode p_mode) {
	r_output.clear();
	if (!is_deflate(p_mode) || !is_supported(p_mode)) {
		return ERR_UNAVAILABLE;
	}
	if (p_data_size < 0) {
		return ERR_INVALID_PARAMETER;
	}
	DeflateStream stream;
	if (!stream.start_decompression(format_of(p_mode))) {
		return ERR_OUT_OF_MEMORY;
	}
	int64_t done = 0;
	int64_t used = 0;
	for (DeflateStream::Result result = DeflateStream::RESULT_MORE; result != DeflateStream::RESULT_END;) {
		if (r_output.resize_uninitialized(done + MAX(done, INFLATE_CHUNK)) != OK) {
			return ERR_OUT_OF_MEMORY;
		}
		int64_t taken = 0;
		int64_t written = 0;
		result = stream.process(p_data + used, p_data_size - used, taken, r_output.ptrw() + done, r_output.size() - done, written, false);
		used += taken;
		done += written;
		if (p_max_size >= 0 && done > p_max_size) {
			r_output.clear();
			return ERR_OUT_OF_MEMORY;
		}
		const bool is_stuck = result == DeflateStream::RESULT_MORE && taken == 0 && written == 0;
		if (result == DeflateStream::RESULT_BROKEN || is_stuck) {
			r_output.clear();
			return ERR_INVALID_DATA;
		}
	}
	return r_output.resize(done);
}
