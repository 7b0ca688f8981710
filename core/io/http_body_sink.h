// HTTPBodySink: where the body of an answer goes: unpacked, limited, into memory or a file.
#pragma once

#include "core/io/deflate_stream.h"
#include "core/io/file_access.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

// A file takes its place when the body is whole (see FileAccess::open_replacement()); until then what stands there stays as it was.
class HTTPBodySink {
public:
	enum Encoding {
		ENCODING_NONE,
		ENCODING_GZIP,
		ENCODING_DEFLATE, // RFC 1950, as HTTP says; not the bare streams that some servers send.
	};

	// Beyond so many bytes, no stream may unpack to more than so many times what came: that is a bomb, and no content.
	static constexpr int64_t MAX_PRESENT = 64 * 1024 * 1024;
	static constexpr int64_t MAX_RATIO = 200;

	// p_path empty: into memory. p_limit in bytes after unpacking, negative for none. ERR_FILE_CANT_OPEN.
	Error begin(Encoding p_encoding, int64_t p_limit, const String &p_path);
	// ERR_OUT_OF_MEMORY past the limit, ERR_INVALID_DATA for a broken stream, ERR_FILE_CANT_WRITE.
	Error take(Span<uint8_t> p_bytes);
	Error finish(); // The body is whole; the same errors. A packed stream that has not ended is broken.
	void cancel(); // Nothing is left behind.
	Vector<uint8_t> take_body(); // What went into memory.

private:
	Error _unpack(Span<uint8_t> p_bytes);
	Error _store(Span<uint8_t> p_bytes);

	Encoding encoding = ENCODING_NONE;
	DeflateStream stream;
	Ref<FileAccess> file;
	Vector<uint8_t> body;
	int64_t limit = -1;
	int64_t stored = 0;
	int64_t received = 0; // Packed.
	bool has_ended = false; // A packed stream has; `stream` is started while one is under way.
	bool is_over = false; // What follows it is no content.
};
