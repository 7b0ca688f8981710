// One stream of DEFLATE data (RFC 1951) in its zlib or gzip wrapping, packed or unpacked piece by piece.
#pragma once

#include "core/typedefs.h"

// The platform brings the library (platform/unix/deflate_stream_zlib.cpp, also on the web); where there is none, start_...() returns false.
class DeflateStream {
public:
	enum Format {
		FORMAT_ZLIB, // RFC 1950
		FORMAT_GZIP, // RFC 1952
	};
	enum Result {
		RESULT_MORE, // The input is used up or the output is full.
		RESULT_END, // The stream is complete.
		RESULT_BROKEN, // The input is not such a stream.
	};

	static bool is_available();

	// Once each object. False when there is no memory or no library.
	bool start_compression(Format p_format);
	bool start_decompression(Format p_format);
	bool is_started() const { return state != nullptr; }
	bool is_compressing() const { return compressing; }
	void end(); // Gives the memory back; the object can be started again.

	// Moves from p_in to r_out what it can. p_finish (compression): no more input follows; call until RESULT_END.
	Result process(const uint8_t *p_in, int64_t p_in_size, int64_t &r_taken, uint8_t *r_out, int64_t p_out_size, int64_t &r_written, bool p_finish);
	// The most that compressing p_size bytes in one go may give. Only while compressing.
	int64_t get_bound(int64_t p_size) const;

	DeflateStream() = default;
	~DeflateStream() { end(); }
	DeflateStream(const DeflateStream &) = delete;
	DeflateStream &operator=(const DeflateStream &) = delete;

private:
	bool _start(Format p_format, bool p_compress);

	void *state = nullptr; // The library's; owned.
	bool compressing = false;
};
