// Raw deflate streams that end with a sync flush; its four bytes are not sent.
#include "modules/websocket/protocol/ws_deflate.h"

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "modules/websocket/protocol/ws_buffer.h"

#include <zlib.h>

namespace {

constexpr uint8_t TAIL[4] = { 0x00, 0x00, 0xFF, 0xFF };
constexpr int LEVEL = 6;
constexpr int SHARED_MEMORY_LEVEL = 8;
constexpr int DEDICATED_MEMORY_LEVEL = 5; // With 12 window bits some 32 KiB a direction.

// Memory that a thread's connections use in turn.
struct Shared {
	z_stream *deflaters[MAX_WBITS + 1] = {};
	z_stream *inflater = nullptr;
	WSBuffer output;

	~Shared();
};

z_stream *open_deflater(int p_bits, int p_memory_level) {
	z_stream *stream = memnew(z_stream());
	CRASH_COND(deflateInit2(stream, LEVEL, Z_DEFLATED, -p_bits, p_memory_level, Z_DEFAULT_STRATEGY) != Z_OK);
	return stream;
}

// One with a larger window reads what a smaller one made.
z_stream *open_inflater(int p_bits) {
	z_stream *stream = memnew(z_stream());
	CRASH_COND(inflateInit2(stream, -p_bits) != Z_OK);
	return stream;
}

void close_deflater(z_stream *p_stream) {
	if (p_stream) {
		deflateEnd(p_stream);
		memdelete(p_stream);
	}
}

void close_inflater(z_stream *p_stream) {
	if (p_stream) {
		inflateEnd(p_stream);
		memdelete(p_stream);
	}
}

Shared::~Shared() {
	for (z_stream *stream : deflaters) {
		close_deflater(stream);
	}
	close_inflater(inflater);
}

Shared &get_shared() {
	static thread_local Shared shared;
	return shared;
}

// Inflates p_from until it is used up. Grows r_message as far as p_max_size and one byte more, which tells that there is too much.
WSDeflate::Result inflate_piece(z_stream *p_stream, Span<uint8_t> p_from, uint64_t p_max_size, Vector<uint8_t> &r_message, uint64_t &r_size) {
	p_stream->next_in = const_cast<Bytef *>(p_from.ptr());
	p_stream->avail_in = uInt(p_from.size());
	while (true) {
		if (r_size == uint64_t(r_message.size())) {
			const uint64_t grown = MAX(uint64_t(r_message.size()) * 2, p_from.size() * 2 + 256);
			r_message.resize_uninitialized(int64_t(MIN(grown, p_max_size + 1)));
		}
		p_stream->next_out = r_message.ptrw() + r_size;
		p_stream->avail_out = uInt(uint64_t(r_message.size()) - r_size);
		const int result = inflate(p_stream, Z_SYNC_FLUSH);
		r_size = uint64_t(r_message.size()) - p_stream->avail_out;
		if (r_size > p_max_size) {
			return WSDeflate::TOO_BIG;
		}
		if (result == Z_STREAM_END) { // A final block: what follows begins anew.
			if (inflateReset(p_stream) != Z_OK) {
				return WSDeflate::INVALID;
			}
		} else if (result != Z_OK && result != Z_BUF_ERROR) {
			return WSDeflate::INVALID;
		}
		if (p_stream->avail_in == 0 && p_stream->avail_out > 0) {
			return WSDeflate::DONE;
		}
		if (result == Z_BUF_ERROR && p_stream->avail_out > 0) {
			return WSDeflate::INVALID; // No progress though there is room.
		}
	}
}

// A view of the thread's output buffer; empty when the message does not get smaller.
Span<uint8_t> compress_with(z_stream *p_stream, Span<uint8_t> p_message, bool p_keeps_context) {
	Shared &shared = get_shared();
	// Room for one byte less than the message and the tail: what does not fit is not worth it.
	shared.output.clear();
	const int room = int(p_message.size() - 1 + sizeof(TAIL));
	p_stream->next_in = const_cast<Bytef *>(p_message.ptr());
	p_stream->avail_in = uInt(p_message.size());
	p_stream->next_out = shared.output.extend(room);
	p_stream->avail_out = uInt(room);
	const int result = deflate(p_stream, Z_SYNC_FLUSH);
	const bool is_whole = result == Z_OK && p_stream->avail_in == 0 && p_stream->avail_out > 0;
	const uint64_t size = uint64_t(room) - p_stream->avail_out;
	if (!p_keeps_context || !is_whole) {
		deflateReset(p_stream); // What was not sent must not be referred to.
	}
	return is_whole ? Span<uint8_t>(shared.output.ptr(), size - sizeof(TAIL)) : Span<uint8_t>();
}

} // namespace

WSDeflate::WSDeflate(WSRole p_role, const WSDeflateParameters &p_parameters, int p_threshold) :
		threshold(p_threshold) {
	const bool is_server = p_role == WSRole::SERVER;
	own_bits = is_server ? p_parameters.server_max_window_bits : p_parameters.client_max_window_bits;
	their_bits = is_server ? p_parameters.client_max_window_bits : p_parameters.server_max_window_bits;
	keeps_own_context = !(is_server ? p_parameters.server_no_context_takeover : p_parameters.client_no_context_takeover);
	keeps_their_context = !(is_server ? p_parameters.client_no_context_takeover : p_parameters.server_no_context_takeover);
}

WSDeflate::~WSDeflate() {
	close_deflater(deflater);
	close_inflater(inflater);
}

int WSDeflate::get_shared_bits(uint64_t p_size) const {
	if (p_size < uint64_t(MAX(threshold, 1)) || own_bits < WSDeflateParameters::MIN_WINDOW_BITS) {
		return 0;
	}
	return keeps_own_context ? -1 : int(own_bits);
}

Span<uint8_t> WSDeflate::compress(Span<uint8_t> p_message) {
	const int bits = get_shared_bits(p_message.size());
	if (bits >= 0) {
		return bits == 0 ? Span<uint8_t>() : compress_apart(p_message, bits);
	}
	if (!deflater) {
		deflater = open_deflater(own_bits, DEDICATED_MEMORY_LEVEL);
	}
	return compress_with(deflater, p_message, true);
}

Span<uint8_t> WSDeflate::compress_apart(Span<uint8_t> p_message, int p_window_bits) {
	z_stream *&stream = get_shared().deflaters[p_window_bits];
	if (!stream) {
		stream = open_deflater(p_window_bits, SHARED_MEMORY_LEVEL);
	}
	return compress_with(stream, p_message, false);
}

WSDeflate::Result WSDeflate::decompress(Span<uint8_t> p_compressed, uint64_t p_max_size, Vector<uint8_t> &r_message) {
	z_stream *&stream = keeps_their_context ? inflater : get_shared().inflater;
	if (!stream) {
		stream = open_inflater(keeps_their_context ? their_bits : MAX_WBITS);
	}
	uint64_t size = 0;
	Result result = inflate_piece(stream, p_compressed, p_max_size, r_message, size);
	if (result == DONE) {
		result = inflate_piece(stream, Span<uint8_t>(TAIL, sizeof(TAIL)), p_max_size, r_message, size);
	}
	if (!keeps_their_context || result != DONE) {
		inflateReset(stream);
	}
	r_message.resize_uninitialized(int64_t(result == DONE ? size : 0));
	return result;
}
