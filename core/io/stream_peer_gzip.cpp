// StreamPeerGZIP over DeflateStream.
#include "core/io/stream_peer_gzip.h"

#include "core/object/class_db.h"

static constexpr int PIECE = 4096;

Error StreamPeerGZIP::start_compression(bool p_deflate, int p_buffer_size) {
	return _start(true, p_deflate, p_buffer_size);
}

Error StreamPeerGZIP::start_decompression(bool p_deflate, int p_buffer_size) {
	return _start(false, p_deflate, p_buffer_size);
}

Error StreamPeerGZIP::_start(bool p_compress, bool p_deflate, int p_buffer_size) {
	ERR_FAIL_COND_V_MSG(stream.is_started(), ERR_ALREADY_IN_USE, "This StreamPeerGZIP is in use: call clear() first.");
	ERR_FAIL_COND_V_MSG(p_buffer_size <= 0 || p_buffer_size > (1 << 28), ERR_INVALID_PARAMETER, "The buffer must have a size between 1 byte and 256 MiB.");
	ERR_FAIL_COND_V_MSG(!DeflateStream::is_available(), ERR_UNAVAILABLE, "This build has no compression library.");
	const DeflateStream::Format format = p_deflate ? DeflateStream::FORMAT_ZLIB : DeflateStream::FORMAT_GZIP;
	if (!(p_compress ? stream.start_compression(format) : stream.start_decompression(format))) {
		return FAILED;
	}
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
	stream.end();
	output.reset();
}

// Stops when the output is full; r_taken says how far it came.
Error StreamPeerGZIP::_process(const uint8_t *p_data, int p_bytes, int &r_taken, bool p_finish) {
	uint8_t piece[PIECE];
	r_taken = 0;
	while (!finished && output.space_left() > 0) {
		const int room = MIN(output.space_left(), PIECE);
		int64_t taken = 0;
		int64_t written = 0;
		const DeflateStream::Result result = stream.process(p_data + r_taken, p_bytes - r_taken, taken, piece, room, written, p_finish);
		output.write(piece, int(written));
		r_taken += int(taken);
		finished = result == DeflateStream::RESULT_END;
		if (result == DeflateStream::RESULT_BROKEN) {
			return FAILED;
		}
		if (written < room) {
			break; // The input is used up.
		}
	}
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
	ERR_FAIL_COND_V_MSG(!stream.is_started(), ERR_UNCONFIGURED, "Call start_compression() or start_decompression() first.");
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
	ERR_FAIL_COND_V_MSG(!stream.is_started() || !stream.is_compressing(), ERR_UNAVAILABLE, "Only a compression that was started can be finished.");
	int unused = 0;
	const Error error = _process(nullptr, 0, unused, true);
	if (error != OK) {
		return error;
	}
	return finished ? OK : ERR_OUT_OF_MEMORY;
}

void StreamPeerGZIP::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start_compression", "use_deflate", "buffer_size"), &StreamPeerGZIP::start_compression, DEFVAL(false), DEFVAL(65535));
	ClassDB::bind_method(D_METHOD("start_decompression", "use_deflate", "buffer_size"), &StreamPeerGZIP::start_decompression, DEFVAL(false), DEFVAL(65535));
	ClassDB::bind_method(D_METHOD("finish"), &StreamPeerGZIP::finish);
	ClassDB::bind_method(D_METHOD("clear"), &StreamPeerGZIP::clear);
}
