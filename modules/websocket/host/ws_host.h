// The only folder that knows which engine tree hosts the module: what a tree lacks, or calls by another name, is settled here.
#pragma once

#if !__has_include("core/io/http_codec.h")
#error "modules/websocket reads its handshakes with core/io/http_codec.h and core/io/http_codec.cpp: copy these two files along with the module."
#endif

// Text on its way to the wire.
#if __has_include("core/string/char_string.h")
#include "core/string/char_string.h"
#else
#include "core/string/ustring.h"
#endif

// One piece of a scattered write.
#if __has_include("core/io/byte_chunk.h")
#include "core/io/byte_chunk.h"
#else
#include "core/typedefs.h"
struct ByteChunk {
	const uint8_t *data = nullptr;
	int64_t size = 0;
};
#endif
