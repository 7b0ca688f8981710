// Compressed messages, RFC 7692 §7.2, on zlib.
#pragma once

#include "core/templates/span.h"
#include "core/templates/vector.h"
#include "modules/websocket/protocol/ws_extensions.h"

struct z_stream_s;

// Both directions of one connection. A direction without context takeover uses a stream of the thread and needs no memory of its own;
// one with it gets a stream with its first message. Not thread-safe.
class WSDeflate {
public:
	enum Result : uint8_t {
		DONE,
		TOO_BIG, // The message is longer than allowed; no more than that was produced.
		INVALID, // No deflate data.
	};

	WSDeflate(WSRole p_role, const WSDeflateParameters &p_parameters, int p_threshold);
	~WSDeflate();
	WSDeflate(const WSDeflate &) = delete;
	WSDeflate &operator=(const WSDeflate &) = delete;

	// A view that is valid until the next call on this thread. Empty: the message is to be sent as it is, because it is shorter than the
	// threshold or does not get smaller.
	Span<uint8_t> compress(Span<uint8_t> p_message);
	// The same with a compressor of the thread, for whoever reads p_window_bits and keeps no context of ours.
	static Span<uint8_t> compress_apart(Span<uint8_t> p_message, int p_window_bits);
	// The window bits of compress_apart() for such a message to the other side. 0: it goes as it is. -1: the other side keeps our context.
	int get_shared_bits(uint64_t p_size) const;
	// p_compressed: the payloads of all frames of one message. At most p_max_size bytes come out.
	Result decompress(Span<uint8_t> p_compressed, uint64_t p_max_size, Vector<uint8_t> &r_message);

private:
	z_stream_s *deflater = nullptr; // With context takeover.
	z_stream_s *inflater = nullptr;
	int threshold;
	uint8_t own_bits; // Of what we send; 8: never compressed.
	uint8_t their_bits;
	bool keeps_own_context;
	bool keeps_their_context;
};
