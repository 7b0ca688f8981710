// StreamPeerGZIP: what is put in comes out compressed, or decompressed.
#pragma once

#include "core/io/deflate_stream.h"
#include "core/io/stream_peer.h"
#include "core/templates/ring_buffer.h"

// Bytes wait in an output buffer of the size given at the start; when it is full, putting takes no more until something is read.
class StreamPeerGZIP : public StreamPeer {
	GDCLASS(StreamPeerGZIP, StreamPeer);

public:
	static constexpr int DEFAULT_BUFFER_SIZE = 65535;

	// p_deflate: a zlib stream (RFC 1950) instead of gzip (RFC 1952). ERR_ALREADY_IN_USE until clear().
	Error start_compression(bool p_deflate = false, int p_buffer_size = DEFAULT_BUFFER_SIZE);
	Error start_decompression(bool p_deflate = false, int p_buffer_size = DEFAULT_BUFFER_SIZE);
	Error finish(); // Compression: makes the rest available. ERR_OUT_OF_MEMORY when it does not fit: read, then finish again.
	void clear();

	Error put_data(const uint8_t *p_data, int p_bytes) override; // ERR_OUT_OF_MEMORY when not all finds room.
	Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) override;
	Error get_data(uint8_t *p_into, int p_bytes) override;
	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override;
	int get_available_bytes() const override { return output.data_left(); }

protected:
	static void _bind_methods();

private:
	Error _start(bool p_compress, bool p_deflate, int p_buffer_size);
	Error _process(const uint8_t *p_data, int p_bytes, int &r_taken, bool p_finish);

	DeflateStream stream;
	RingBuffer<uint8_t> output;
	bool finished = false; // The compressed stream has ended; a decompressor takes nothing more.
};
