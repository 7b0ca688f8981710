// StreamPeerGZIP over zlib.
#include "core/io/stream_peer_gzip.h"

#include "core/object/class_db.h"

#include <zlib.h>

static constexpr int PIECE = 4096;

Error StreamPeerGZIP::start_compression(bool p_deflate, int p_buffer_size) {
	return _start(true, p_deflate, p_buffer_size);
}

Error StreamPeerGZIP::start_decompression(bool p_deflate, int p_buffer_size) {
	return _start(false, p_deflate, p_buffer_size);
}

Error StreamPeerGZIP::_start(bool p_compress, bool p_deflate, int p_buffer_size) {
	ERR_FAIL_COND_V_MSG(stream, ERR_ALREADY_IN_USE, "This StreamPeerGZIP is in use: call clear() first.");
	ERR_FAIL_COND_V_MSG(p_buffer_size <= 0 || p_buffer_size > (1 << 28), ERR_INVALID_PARAMETER, "The buffer must have a size between 1 byte and 256 MiB.");
	stream = memnew(z_stream());
	const int window_bits = p_deflate ? 15 : 15 + 16; // zlib's way to say "with a gzip header".
	const int result = p_compress ? deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) : inflateInit2(stream, window_bits);
	if (result != Z_OK) {
		memdelete(stream);
		stream = nullptr;
		return FAILED;
	}
	compressing = p_compress;
	finished = false;
	int power = 1;
	while ((1 << power) < p_buffer_size) {
		power++;
	}
	output.resize(power);
	output.clear();
	return OK;
}

void StreamPeerGZIP::clear() {
	if (stream) {
		if (compressing) {
			deflateEnd(stream);
		} else {
			inflateEnd(stream);
		}
		memdelete(stream);
		stream = nullptr;
	}
	output.reset();
}

// Stops when the output is full; r_taken says how far it came.
Error StreamPeerGZIP::_process(const uint8_t *p_data, int p_bytes, int &r_taken, bool p_finish) {
	uint8_t piece[PIECE];
	stream->next_in = const_cast<Bytef *>(p_data);
	stream->avail_in = uInt(p_bytes);
	while (!finished && output.space_left() > 0) {
		const int room = MIN(output.space_left(), PIECE);
		stream->next_out = piece;
		stream->avail_out = uInt(room);
		const int result = compressing ? deflate(stream, p_finish ? Z_FINISH : Z_NO_FLUSH) : inflate(stream, Z_SYNC_FLUSH);
		output.write(piece, room - int(stream->avail_out));
		if (result == Z_STREAM_END) {
			finished = true;
		} else if (result != Z_OK && result != Z_BUF_ERROR) {
			return FAILED;
		} else if (stream->avail_out > 0) {
			break; // The input is used up.
		}
	}
	r_taken = p_bytes - int(stream->avail_in);
	return OK;
}

Error StreamPeerGZIP::put_data(const uint8_t *p_data, int p_bytes) {
	int sent = 0;
	const Error error = put_partial_data(p_data, p_bytes, sent);
	if (error != OK) {
		return error;
	}
	return sent == p_bytes ? OK : ERR_OUT_OF_MEMORY;
}

Error StreamPeerGZIP::put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) {
	r_sent = 0;
	ERR_FAIL_NULL_V_MSG(stream, ERR_UNCONFIGURED, "Call start_compression() or start_decompression() first.");
	return _process(p_data, p_bytes, r_sent, false);
}

Error StreamPeerGZIP::get_data(uint8_t *p_into, int p_bytes) {
	int received = 0;
	get_partial_data(p_into, p_bytes, received);
	return received == p_bytes ? OK : ERR_UNAVAILABLE;
}

Error StreamPeerGZIP::get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = output.read(p_into, p_bytes);
	return OK;
}

Error StreamPeerGZIP::finish() {
	ERR_FAIL_COND_V_MSG(!stream || !compressing, ERR_UNAVAILABLE, "Only a compression that was started can be finished.");
	int unused = 0;
	const Error error = _process(nullptr, 0, unused, true);
	if (error != OK) {
		return error;
	}
	return finished ? OK : ERR_OUT_OF_MEMORY;
}

StreamPeerGZIP::~StreamPeerGZIP() {
	clear();
}

void StreamPeerGZIP::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start_compression", "use_deflate", "buffer_size"), &StreamPeerGZIP::start_compression, DEFVAL(false), DEFVAL(65535));
	ClassDB::bind_method(D_METHOD("start_decompression", "use_deflate", "buffer_size"), &StreamPeerGZIP::start_decompression, DEFVAL(false), DEFVAL(65535));
	ClassDB::bind_method(D_METHOD("finish"), &StreamPeerGZIP::finish);
	ClassDB::bind_method(D_METHOD("clear"), &StreamPeerGZIP::clear);
}
