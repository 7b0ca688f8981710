// ZstdCodec without a library: a browser's download is not made larger by what few projects use.
#include "core/io/zstd_codec.h"

bool ZstdCodec::is_available() {
	return false;
}

int64_t ZstdCodec::get_bound(int64_t) {
	return 0;
}

Error ZstdCodec::compress(const uint8_t *, int64_t, int, int, uint8_t *, int64_t, int64_t &r_written) {
	r_written = 0;
	return ERR_UNAVAILABLE;
}

Error ZstdCodec::decompress(const uint8_t *, int64_t, uint8_t *, int64_t, int64_t &r_written) {
	r_written = 0;
	return ERR_UNAVAILABLE;
}
