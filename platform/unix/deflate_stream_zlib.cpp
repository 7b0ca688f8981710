// DeflateStream over zlib.
#include "core/io/deflate_stream.h"

#include "core/os/memory.h"

#include <zlib.h>

static z_stream *stream_of(void *p_state) {
	return static_cast<z_stream *>(p_state);
}

bool DeflateStream::is_available() {
	return true;
}

bool DeflateStream::start_compression(Format p_format) {
	return _start(p_format, true);
}

bool DeflateStream::start_decompression(Format p_format) {
	return _start(p_format, false);
}

bool DeflateStream::_start(Format p_format, bool p_compress) {
	end();
	z_stream *stream = memnew(z_stream());
	const int window_bits = p_format == FORMAT_GZIP ? 15 + 16 : 15; // 16 is zlib's way to say "with a gzip header".
	const int result = p_compress ? deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) : inflateInit2(stream, window_bits);
	if (result != Z_OK) {
		memdelete(stream);
		return false;
	}
	state = stream;
	compressing = p_compress;
	return true;
}

void DeflateStream::end() {
	if (!state) {
		return;
	}
	if (compressing) {
		deflateEnd(stream_of(state));
	} else {
		inflateEnd(stream_of(state));
	}
	memdelete(stream_of(state));
	state = nullptr;
}

DeflateStream::Result DeflateStream::process(const uint8_t *p_in, int64_t p_in_size, int64_t &r_taken, uint8_t *r_out, int64_t p_out_size, int64_t &r_written, bool p_finish) {
	z_stream *stream = stream_of(state);
	const int64_t in_size = MIN(p_in_size, int64_t(UINT32_MAX));
	const int64_t out_size = MIN(p_out_size, int64_t(UINT32_MAX));
	stream->next_in = const_cast<Bytef *>(p_in);
	stream->avail_in = uInt(in_size);
	stream->next_out = r_out;
	stream->avail_out = uInt(out_size);
	const int result = compressing ? deflate(stream, p_finish && in_size == p_in_size ? Z_FINISH : Z_NO_FLUSH) : inflate(stream, Z_SYNC_FLUSH);
	r_taken = in_size - int64_t(stream->avail_in);
	r_written = out_size - int64_t(stream->avail_out);
	if (result == Z_STREAM_END) {
		return RESULT_END;
	}
	return result == Z_OK || result == Z_BUF_ERROR ? RESULT_MORE : RESULT_BROKEN;
}

int64_t DeflateStream::get_bound(int64_t p_size) const {
	return int64_t(deflateBound(stream_of(state), uLong(p_size)));
}
