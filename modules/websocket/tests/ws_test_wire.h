// Scripted wires for the protocol tests: frames as literal bytes, every split of an input, and a session that records what it hears.
#pragma once

#include "modules/websocket/protocol/ws_session.h"
#include "tests/support/splits.h"

#include <string>
#include <vector>

namespace WSTest {

using namespace TestSplits;

inline std::string bytes(std::initializer_list<int> p_bytes) {
	std::string text;
	for (int byte : p_bytes) {
		text += char(byte);
	}
	return text;
}

inline Span<uint8_t> span(const std::string &p_text) {
	return Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text.data()), p_text.size());
}

inline std::string text_of(Span<uint8_t> p_bytes) {
	return std::string(reinterpret_cast<const char *>(p_bytes.ptr()), size_t(p_bytes.size()));
}

inline std::string text_of(const WSBuffer &p_buffer) {
	return std::string(reinterpret_cast<const char *>(p_buffer.ptr()), size_t(p_buffer.size()));
}

constexpr uint8_t TEST_MASK[4] = { 0x37, 0xFA, 0x21, 0x3D };

inline void fill_mask(uint8_t *p_into, int p_size) {
	for (int i = 0; i < p_size; i++) {
		p_into[i] = TEST_MASK[i % 4];
	}
}

// One frame as the wire has it. p_first is FIN, RSV and opcode, e.g. 0x81 for a whole text.
inline std::string frame(int p_first, const std::string &p_payload, bool p_masked = true) {
	std::string out = bytes({ p_first });
	const int mask_bit = p_masked ? 0x80 : 0;
	const uint64_t size = p_payload.size();
	if (size < 126) {
		out += char(mask_bit | int(size));
	} else if (size < 65536) {
		out += bytes({ mask_bit | 126, int(size >> 8), int(size & 255) });
	} else {
		out += char(mask_bit | 127);
		for (int shift = 56; shift >= 0; shift -= 8) {
			out += char((size >> shift) & 255);
		}
	}
	if (!p_masked) {
		return out + p_payload;
	}
	for (uint8_t byte : TEST_MASK) {
		out += char(byte);
	}
	for (size_t i = 0; i < p_payload.size(); i++) {
		out += char(p_payload[i] ^ char(TEST_MASK[i % 4]));
	}
	return out;
}

inline std::string close_frame(int p_code, const std::string &p_reason = std::string(), bool p_masked = true) {
	return frame(0x88, bytes({ p_code >> 8, p_code & 255 }) + p_reason, p_masked);
}

// A session fed with pieces. Messages are noted as "text:..." or "binary:...", pauses after message_budget messages.
class SessionProbe : public WSSessionHandler {
public:
	WSSession session;
	WSBuffer out;
	std::vector<std::string> messages;
	std::vector<std::string> pongs;
	int close_code = -2; // -2: no close frame came.
	std::string close_reason;
	int message_budget = 1 << 30;
	std::string unused; // What feed() did not take.

	explicit SessionProbe(WSRole p_role, const Pieces &p_pieces = Pieces(), int p_max_message_size = 0) :
			session(p_role, p_max_message_size, fill_mask) {
		for (const std::string &piece : p_pieces) {
			feed(piece);
		}
	}
	virtual ~SessionProbe() = default;

	void feed(const std::string &p_piece) {
		std::string input = unused + p_piece;
		// A copy that ends exactly where the input ends, so that sanitizers see every read past it.
		std::vector<uint8_t> exact(input.begin(), input.end());
		const int used = session.feed(exact.data(), int(exact.size()), *this);
		unused = input.substr(size_t(used));
		if ((session.get_state() == WSSession::FAILED || session.get_state() == WSSession::CLOSE_RECEIVED) && session.can_send()) {
			session.answer_end(out, span(close_reason));
		}
	}

	std::string sent() const { return text_of(out); }

	void on_message(WSMessageType p_type, Span<uint8_t> p_data) override {
		messages.push_back((p_type == WSMessageType::TEXT ? "text:" : "binary:") + text_of(p_data));
	}
	void on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) override { on_message(p_type, p_data.span()); }
	bool wants_more() const override { return int(messages.size()) < message_budget; }
	void on_close(int p_code, Span<uint8_t> p_reason) override {
		close_code = p_code;
		close_reason = text_of(p_reason);
	}
	void on_ping(Span<uint8_t> p_payload) override { session.pong(p_payload, out); }
	void on_pong(Span<uint8_t> p_payload) override { pongs.push_back(text_of(p_payload)); }
};

} // namespace WSTest
