// ZstdCodec over libzstd.
#include "core/io/zstd_codec.h"

#include <memory>
#include <zstd.h>
#include <zstd_errors.h>

bool ZstdCodec::is_available() {
	return true;
}

int64_t ZstdCodec::get_bound(int64_t p_size) {
	return int64_t(ZSTD_compressBound(size_t(p_size)));
}

Error ZstdCodec::compress(const uint8_t *p_data, int64_t p_size, int p_level, int p_window_log, uint8_t *r_into, int64_t p_capacity, int64_t &r_written) {
	r_written = 0;
	const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
	if (!context) {
		return ERR_OUT_OF_MEMORY;
	}
	ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, p_level);
	if (p_window_log > 0) {
		ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
		ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, p_window_log);
	}
	const size_t result = ZSTD_compress2(context.get(), r_into, size_t(p_capacity), p_data, size_t(p_size));
	if (ZSTD_isError(result)) {
		return FAILED;
	}
	r_written = int64_t(result);
	return OK;
}

Error ZstdCodec::decompress(const uint8_t *p_data, int64_t p_size, uint8_t *r_into, int64_t p_capacity, int64_t &r_written) {
	r_written = 0;
	const size_t result = ZSTD_decompress(r_into, size_t(p_capacity), p_data, size_t(p_size));
	if (ZSTD_isError(result)) {
		return ZSTD_getErrorCode(result) == ZSTD_error_dstSize_tooSmall ? ERR_OUT_OF_MEMORY : ERR_INVALID_DATA;
	}
	r_written = int64_t(result);
	return OK;
}
