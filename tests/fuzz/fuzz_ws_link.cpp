// A connection driven by anybody's bytes: however they are cut and however the network takes the output, messages, answers and end are
// the same. The first byte says whether a handshake goes before and is decided later, whether plain HTTP is answered, and with which
// compression, and seeds the schedule.
#include "modules/websocket/link/ws_link.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstring>
#include <string>

namespace {

constexpr char REQUEST[] = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
						   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";

void fill_with_sevens(uint8_t *p_into, int p_size) {
	memset(p_into, 7, size_t(p_size));
}

// Repeats a letter.
class Letters : public WSBodySource {
public:
	int read(uint8_t *r_into, int p_size) override {
		memset(r_into, 'b', size_t(p_size));
		return p_size;
	}
};

// Answers every message with itself, and every plain request with a body as long as its target says; takes its output as the schedule says.
class Echo : public WSLink {
public:
	std::string heard;
	std::string wire;
	bool decides_later;
	bool serves;

	Echo(const WSConnectionSettings *p_settings, uint8_t p_ways) :
			WSLink(WSRole::SERVER, p_settings, fill_with_sevens, 0), decides_later(p_ways & 0x20), serves(p_ways & 0x40) {}

	WSVerdict judge_handshake() override { return { decides_later ? int(WSVerdict::LATER) : int(WSVerdict::ACCEPT), "" }; }
	bool answer_request(WSHttpAnswer &r_answer) override {
		if (!serves) {
			return false;
		}
		const WSRequest &request = get_request().get_request();
		r_answer.length = int64_t(request.target.size()) * 5000;
		r_answer.head_only = request.method == "HEAD";
		r_answer.body = r_answer.head_only ? nullptr : new Letters;
		return true;
	}

	void drain(int64_t p_bytes) {
		ByteChunk chunk;
		while (p_bytes > 0 && get_output_queue().get_chunks(&chunk, 1) > 0) {
			const int64_t taken = MIN(chunk.size, p_bytes);
			wire.append(reinterpret_cast<const char *>(chunk.data), size_t(taken));
			get_output_queue().consume(taken);
			p_bytes -= taken;
		}
		if (!has_waiting_output()) {
			finish_output(0);
		}
	}
	void answer() {
		if (is_undecided()) {
			accept_handshake(String(), Vector<String>(), 0);
		}
		while (get_queued_count() > 0) {
			const WSPacketQueue::Packet packet = take_packet();
			heard.append(reinterpret_cast<const char *>(packet.data.ptr()), size_t(packet.data.size())).push_back(packet.is_text ? '"' : '\'');
			if (can_send()) {
				write_message(packet.is_text ? WSMessageType::TEXT : WSMessageType::BINARY, packet.data.span(), get_output(), nullptr);
			}
		}
		advance(0);
	}
};

// Pongs that wait give way to later ones, so how many there are depends on the schedule.
std::string without_pongs(const std::string &p_wire) {
	const size_t head = p_wire.find("\r\n\r\n");
	if (p_wire.compare(0, 12, "HTTP/1.1 101") != 0) {
		return p_wire;
	}
	std::string kept = p_wire.substr(0, head + 4);
	for (size_t at = head + 4; at + 2 <= p_wire.size();) {
		const int length = uint8_t(p_wire[at + 1]);
		const size_t extended = length < 126 ? 0 : (length == 126 ? 2 : 8);
		uint64_t size = extended ? 0 : uint64_t(length);
		for (size_t i = 0; i < extended; i++) {
			size = size << 8 | uint8_t(p_wire[at + 2 + i]);
		}
		const size_t whole = 2 + extended + size_t(size);
		if (uint8_t(p_wire[at]) != 0x8A) {
			kept.append(p_wire, at, whole);
		}
		at += whole;
	}
	return kept;
}

void run(Echo &r_link, const uint8_t *p_data, size_t p_size, uint32_t p_seed) {
	uint32_t state = p_seed;
	size_t at = 0;
	while (at < p_size && r_link.get_phase() < WSLink::LINGERING) {
		state = state * 1664525u + 1013904223u;
		const size_t size = p_seed == 0 ? p_size - at : MIN(size_t(1 + (state >> 24)), p_size - at);
		uint8_t *piece = new uint8_t[size]; // Exact, and scratch memory afterwards.
		memcpy(piece, p_data + at, size);
		at += size_t(r_link.receive(piece, int(size), 0));
		delete[] piece;
		if (p_seed == 0 || (state & 0x100) || !r_link.wants_input()) {
			r_link.answer();
		}
		r_link.drain(p_seed == 0 ? INT32_MAX : state >> 20 & 0xFF);
	}
	r_link.answer();
	for (int i = 0; i < 1000 && (i == 0 || r_link.has_waiting_output()); i++) {
		r_link.drain(INT32_MAX);
	}
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 1) {
		return 0;
	}
	std::string input = p_data[0] & 1 ? REQUEST : "";
	input.append(reinterpret_cast<const char *>(p_data + 1), p_size - 1);
	WSConnectionSettings settings;
	settings.outbound_buffer_size = 0;
	settings.compression = WSCompressionMode((p_data[0] >> 1) % 3);
	settings.compression_threshold = 1;
	Echo whole(&settings, p_data[0]);
	Echo cut(&settings, p_data[0]);
	run(whole, reinterpret_cast<const uint8_t *>(input.data()), input.size(), 0);
	run(cut, reinterpret_cast<const uint8_t *>(input.data()), input.size(), uint32_t(p_data[0]) + 1);
	if (whole.heard != cut.heard || whole.get_phase() != cut.get_phase() || whole.get_error() != cut.get_error() ||
			whole.get_close_code() != cut.get_close_code() || without_pongs(whole.wire) != without_pongs(cut.wire)) {
		abort();
	}
	return 0;
}
