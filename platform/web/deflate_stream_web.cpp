// The browser build has no zlib: DeflateStream says so.
#include "core/io/deflate_stream.h"

bool DeflateStream::is_available() {
	return false;
}

bool DeflateStream::start_compression(Format) {
	return false;
}

bool DeflateStream::start_decompression(Format) {
	return false;
}

void DeflateStream::end() {}

DeflateStream::Result DeflateStream::process(const uint8_t *, int64_t, int64_t &r_taken, uint8_t *, int64_t, int64_t &r_written, bool) {
	r_taken = 0;
	r_written = 0;
	return RESULT_BROKEN;
}

int64_t DeflateStream::get_bound(int64_t p_size) const {
	return p_size;
}
