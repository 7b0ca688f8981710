// A connection's whole life, driven by scripts of bytes, time and calls.
#pragma once

#include "modules/websocket/link/ws_link.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSLink {

using namespace WSTest;
using Strings = std::vector<std::string>;

static const std::string REQUEST = "GET /room HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
								   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

// A server's link with a network that takes as much as the test says.
class LinkProbe : public WSLink {
public:
	std::string wire; // What has left.
	std::string answer; // To the handshake.
	Strings messages;
	int64_t now = 1000;
	std::string unused;
	bool output_moves = false;
	int ends = 0; // How often the stream was to be closed.

	explicit LinkProbe(const WSConnectionSettings *p_settings) :
			WSLink(WSRole::SERVER, p_settings, fill_mask, 1000) {}

	void feed(const std::string &p_bytes) {
		const std::string input = unused + p_bytes;
		std::vector<uint8_t> exact(input.begin(), input.end());
		unused = input.substr(size_t(receive(exact.data(), int(exact.size()), now)));
	}
	// The network takes p_bytes.
	void drain(int64_t p_bytes = INT32_MAX) {
		ByteChunk chunk;
		while (p_bytes > 0 && get_output_queue().get_chunks(&chunk, 1) > 0) {
			const int64_t taken = MIN(chunk.size, p_bytes);
			wire.append(reinterpret_cast<const char *>(chunk.data), size_t(taken));
			get_output_queue().consume(taken);
			note_output(taken, now);
			p_bytes -= taken;
		}
		if (!has_waiting_output()) {
			finish_output(now);
		}
	}
	void open(const std::string &p_headers = "") {
		feed(REQUEST.substr(0, REQUEST.size() - 2) + p_headers + "\r\n");
		drain();
		answer = wire;
		wire.clear();
		CHECK(get_phase() == OPEN);
		take_events();
	}
	void say(const std::string &p_text) { write_message(WSMessageType::TEXT, span(p_text), get_output(), nullptr); }
	void read() {
		while (get_queued_count() > 0) {
			messages.push_back(text_of(take_packet().data.span()));
		}
	}
	void wait(int64_t p_msec) {
		now += p_msec;
		advance(now);
	}

protected:
	bool is_output_moving() override { return output_moves; }
	void phase_ended() override { ends++; }
};

TEST_CASE("[WebSocket][Link] What is said in answer to the last message leaves before the close reply, however TCP cut it") {
	for_each_split(frame(0x81, "last") + close_frame(1000, "bye"), [](const Pieces &p_pieces) {
		WSConnectionSettings settings;
		LinkProbe link(&settings);
		link.open();
		for (const std::string &piece : p_pieces) {
			link.feed(piece);
		}
		CHECK(link.get_phase() == WSLink::OPEN);
		CHECK(link.get_close_code() == WS_CLOSE_UNCLEAN);
		link.read();
		link.say("answer");
		link.advance(link.now);
		CHECK(link.get_phase() == WSLink::CLOSING);
		link.drain();
		CHECK(link.messages == Strings{ "last" });
		CHECK(link.wire == frame(0x81, "answer", false) + close_frame(1000, "bye", false));
		CHECK(link.take_events() == uint32_t(WSLink::EVENT_MESSAGES | WSLink::EVENT_CLOSE_REQUESTED | WSLink::EVENT_CLOSED));
		CHECK(link.get_phase() == WSLink::CLOSED);
		CHECK(link.ends == 1);
		CHECK(link.was_clean());
		CHECK(link.get_close_reason() == "bye");
	});
}

TEST_CASE("[WebSocket][Link] A close frame that nobody has to answer first is answered at once") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	link.feed(close_frame(4000));
	CHECK(link.get_phase() == WSLink::CLOSING);
	link.drain();
	CHECK(link.wire == close_frame(4000, "", false));
	CHECK(link.get_phase() == WSLink::CLOSED);
}

TEST_CASE("[WebSocket][Link] Output that waits does not stop the input, and its pong overtakes it") {
	WSConnectionSettings settings;
	settings.outbound_buffer_size = 0;
	LinkProbe link(&settings);
	link.open();
	const std::string block(WSOutQueue::CHUNK_SIZE, 'x');
	for (int i = 0; i < 4; i++) {
		link.say(block);
	}
	link.drain(100);
	const int64_t waiting = link.get_buffered_amount();
	for (int i = 0; i < 1000; i++) {
		link.feed(frame(0x89, "ping " + std::to_string(i)) + frame(0x81, "heard"));
	}
	link.read();
	CHECK(link.messages.size() == 1000);
	CHECK(link.get_buffered_amount() < waiting + 200);
	link.drain();
	const std::string whole = frame(0x81, block, false);
	CHECK((link.wire == whole + frame(0x8A, "ping 999", false) + whole + whole + whole));
}

TEST_CASE("[WebSocket][Link] What was accepted arrives before the close frame, as long as the other side makes progress") {
	WSConnectionSettings settings;
	settings.outbound_buffer_size = 0;
	LinkProbe link(&settings);
	link.open();
	const std::string block(100000, 'x');
	link.say(block);
	link.close(1000, span("done"), link.now);
	CHECK(link.get_phase() == WSLink::CLOSING);
	for (int i = 0; i < 50; i++) {
		link.drain(2000);
		link.wait(settings.close_timeout - 1);
		CHECK(link.get_phase() == WSLink::CLOSING);
	}
	link.drain();
	CHECK((link.wire == frame(0x81, block, false) + close_frame(1000, "done", false)));
	link.feed(close_frame(1000, "done"));
	link.drain();
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.was_clean());
}

TEST_CASE("[WebSocket][Link] A closing without any progress ends after close_timeout") {
	for (int moving = 0; moving < 2; moving++) {
		WSConnectionSettings settings;
		LinkProbe link(&settings);
		link.open();
		link.close(1000, Span<uint8_t>(), link.now);
		link.drain();
		link.output_moves = moving == 1;
		link.wait(settings.close_timeout);
		CHECK((link.get_phase() == WSLink::CLOSED) == (moving == 0)); // The system still gets rid of it.
		link.output_moves = false;
		link.wait(settings.close_timeout);
		CHECK(link.get_phase() == WSLink::CLOSED);
		CHECK(link.get_error() == WSError::CLOSE_TIMEOUT);
		CHECK_FALSE(link.was_clean());
	}
}

TEST_CASE("[WebSocket][Link] A broken rule ends with its close frame, is told at once and lets the other side read why") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	link.feed(frame(0x83, "bad") + "and more that means nothing");
	CHECK(link.get_phase() == WSLink::CLOSING);
	CHECK(link.unused.empty());
	link.drain();
	CHECK(link.get_phase() == WSLink::LINGERING);
	CHECK(link.wants_half_close());
	CHECK(link.take_events() == uint32_t(WSLink::EVENT_CLOSED));
	CHECK(link.wire.compare(0, 4, close_frame(1002, std::string(link.get_close_reason().utf8().get_data()), false), 0, 4) == 0);
	link.feed("still talking");
	link.end_input(ERR_FILE_EOF, link.now);
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.take_events() == 0); // It was told before.
	CHECK(link.get_error() == WSError::PROTOCOL);
	CHECK(link.get_close_code() == WS_CLOSE_PROTOCOL_ERROR);
}

TEST_CASE("[WebSocket][Link] A refused handshake lingers no longer than a second") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
	link.drain();
	CHECK(link.wire.compare(0, 12, "HTTP/1.1 426") == 0);
	CHECK(link.get_phase() == WSLink::LINGERING);
	link.wait(1000);
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.ends == 1);
}

TEST_CASE("[WebSocket][Link] A handshake that does not come is refused with 408") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.feed("GET / HT");
	link.wait(settings.handshake_timeout);
	link.drain();
	CHECK(link.wire.compare(0, 12, "HTTP/1.1 408") == 0);
	CHECK(link.get_error() == WSError::TIMEOUT);
}

TEST_CASE("[WebSocket][Link] Settings of an open connection hold from when they change") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	CHECK(link.get_deadline() == 0);
	settings.heartbeat_interval = 300;
	settings.inbound_buffer_size = 10;
	link.change_settings(link.now);
	link.wait(300);
	link.drain();
	CHECK(link.wire.substr(0, 2) == bytes({ 0x89, 4 }));
	link.feed(frame(0x81, "elevenbytes"));
	CHECK(link.get_error() == WSError::MESSAGE_TOO_BIG);
}

TEST_CASE("[WebSocket][Link] Who says that it answers pings is pinged, the first time after a second at most; others are left alone") {
	WSConnectionSettings settings;
	settings.kin_heartbeat_interval = 5000;
	LinkProbe stranger(&settings);
	stranger.open();
	CHECK_EQ(stranger.get_deadline(), 0);
	CHECK(stranger.answer.find("Estragon") == std::string::npos);

	LinkProbe kin(&settings);
	kin.open("Estragon-Heartbeat: 1\r\n");
	CHECK(kin.answer.find("Estragon-Heartbeat: 1\r\n") != std::string::npos);
	kin.wait(1000);
	kin.drain();
	CHECK(kin.wire.substr(kin.wire.size() - 6, 2) == bytes({ 0x89, 4 }));
	CHECK_EQ(kin.get_deadline(), kin.now + 5000);
	kin.wait(5000);
	CHECK(kin.get_error() == WSError::HEARTBEAT);

	LinkProbe page(&settings);
	page.open("Origin: https://here\r\n");
	CHECK_EQ(page.get_deadline(), page.now + 1000);
	CHECK(page.answer.find("Estragon") == std::string::npos);

	settings.kin_heartbeat_interval = 0; // A program has chosen.
	settings.heartbeat_interval = 3000;
	LinkProbe all(&settings);
	all.open("Estragon-Heartbeat: 1\r\n");
	CHECK_EQ(all.get_deadline(), all.now + 3000);
	CHECK(all.answer.find("Estragon") == std::string::npos);
}

TEST_CASE("[WebSocket][Link] Any byte counts as life; silence after a ping does not") {
	WSConnectionSettings settings;
	settings.heartbeat_interval = 100;
	LinkProbe link(&settings);
	link.open();
	for (int i = 0; i < 5; i++) {
		link.wait(100);
		link.feed(frame(0x81, "busy"));
		link.read();
	}
	CHECK(link.get_phase() == WSLink::OPEN);
	link.wait(100);
	link.wait(100);
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.get_error() == WSError::HEARTBEAT);
}

TEST_CASE("[WebSocket][Link] Without readers, messages are thrown away and the close frame behind them is found") {
	WSConnectionSettings settings;
	settings.max_queued_packets = 2;
	LinkProbe link(&settings);
	link.open();
	link.close(1001, Span<uint8_t>(), link.now);
	link.discard_input();
	for (int i = 0; i < 10; i++) {
		link.feed(frame(0x82, std::string(1000, 'x')));
	}
	link.feed(close_frame(1001));
	link.drain();
	CHECK(link.get_queued_count() == 0);
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.was_clean());
}

TEST_CASE("[WebSocket][Link] Interim answers are passed over; HTTP/1.0 cannot switch protocols") {
	WSConnectionSettings settings;
	const uint8_t random[16] = {};
	char key[WS_KEY_LENGTH];
	ws_make_key(random, key);
	WSBuffer answer;
	ws_write_response(std::string_view(key, WS_KEY_LENGTH), "", "", {}, answer);
	const std::string interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
	for_each_split(interim + text_of(answer) + frame(0x81, "hello", false), [&](const Pieces &p_pieces) {
		WSLink link(WSRole::CLIENT, &settings, fill_mask, 0);
		link.start_client(CharString("/"), CharString("here"), settings.handshake_headers, random);
		for (const std::string &piece : p_pieces) {
			std::vector<uint8_t> exact(piece.begin(), piece.end());
			CHECK(link.receive(exact.data(), int(exact.size()), 0) == int(exact.size()));
		}
		CHECK(link.get_phase() == WSLink::OPEN);
		CHECK(link.get_queued_count() == 1);
	});
	WSLink old(WSRole::CLIENT, &settings, fill_mask, 0);
	old.start_client(CharString("/"), CharString("here"), settings.handshake_headers, random);
	std::string text = text_of(answer);
	text[7] = '0';
	old.receive(reinterpret_cast<uint8_t *>(&text[0]), int(text.size()), 0);
	CHECK(old.get_phase() == WSLink::CLOSED);
	CHECK(old.get_error() == WSError::HANDSHAKE);
}

TEST_CASE("[WebSocket][OutQueue] Sizes add up whatever is appended, overtakes and leaves") {
	WSOutQueue queue;
	CHECK(queue.is_empty());
	const std::string large(WSOutQueue::CHUNK_SIZE, 'l');
	int64_t expected = 0;
	uint32_t state = 1;
	for (int i = 0; i < 2000; i++) {
		state = state * 1664525u + 1013904223u;
		const uint32_t what = state >> 28;
		if (what < 6) {
			const int64_t size = what == 0 ? int64_t(large.size()) : int64_t(what) * 7;
			const ByteChunk pieces[2] = { { span(large).ptr(), size / 2 }, { span(large).ptr(), size - size / 2 } };
			queue.append(pieces, 2);
			expected += size;
		} else if (what < 9) {
			const int64_t before = queue.size();
			queue.put_control(span(std::string(what, 'c')));
			expected += queue.size() - before;
			CHECK(queue.size() - before <= int64_t(what));
		} else {
			const int64_t size = MIN(queue.size(), int64_t(state & 0xFFFF));
			queue.consume(size);
			expected -= size;
		}
		CHECK(queue.size() == expected);
		CHECK(queue.is_empty() == (expected == 0));
	}
	queue.clear();
	CHECK(queue.is_empty());
}

TEST_CASE("[WebSocket][Link] A pong with the last ping's payload tells the latency; others do not") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	CHECK_EQ(link.get_latency_msec(), -1);
	link.feed(frame(0x8A, ""));
	CHECK_EQ(link.get_latency_msec(), -1);
	link.ping(link.now);
	link.drain();
	REQUIRE_EQ(link.wire.size(), 6);
	const std::string payload = link.wire.substr(2);
	link.now += 40;
	link.feed(frame(0x8A, "else"));
	CHECK_EQ(link.get_latency_msec(), -1);
	link.now += 2;
	link.feed(frame(0x8A, payload));
	CHECK_EQ(link.get_latency_msec(), 42);
	link.now += 100;
	link.feed(frame(0x8A, payload)); // Once more: it answers nothing.
	CHECK_EQ(link.get_latency_msec(), 42);
	link.ping(link.now);
	link.drain();
	link.now += 100000;
	link.feed(frame(0x8A, link.wire.substr(link.wire.size() - 4)));
	CHECK_EQ(link.get_latency_msec(), 65534);
}

TEST_CASE("[WebSocket][Link] Drained is told once, and only after the network had stopped taking") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	link.say("a");
	link.drain();
	CHECK_EQ(link.take_events(), 0u);
	link.say("b");
	link.drain(1);
	link.note_congestion();
	CHECK_EQ(link.take_events(), 0u);
	link.drain();
	CHECK_EQ(link.take_events(), uint32_t(WSLink::EVENT_DRAINED));
	link.drain();
	CHECK_EQ(link.take_events(), 0u);
}

TEST_CASE("[WebSocket][Link] The longest message has a limit of its own, which may change in the middle of one") {
	WSConnectionSettings settings;
	settings.inbound_buffer_size = 4;
	settings.max_message_size = 10;
	LinkProbe link(&settings);
	link.open();
	link.feed(frame(0x81, "ten bytes."));
	CHECK_EQ(link.get_queued_count(), 1);
	CHECK_FALSE(link.wants_input()); // More than 4 bytes are unread.
	link.read();
	link.feed(frame(0x01, "eight 8."));
	settings.max_message_size = 20;
	link.feed(frame(0x80, "and nine."));
	link.read();
	CHECK(link.messages == Strings{ "ten bytes.", "eight 8.and nine." });
	settings.max_message_size = 0;
	link.take_events();
	link.feed(frame(0x81, "five5"));
	CHECK(link.get_error() == WSError::MESSAGE_TOO_BIG);
}

TEST_CASE("[WebSocket][Link] Progress of output is life: a ping may be waiting behind it") {
	WSConnectionSettings settings;
	settings.heartbeat_interval = 100;
	LinkProbe link(&settings);
	link.open();
	link.say("long");
	link.wait(100);
	link.output_moves = true;
	for (int i = 0; i < 5; i++) {
		link.wait(100);
		CHECK(link.get_phase() == WSLink::OPEN);
	}
	link.output_moves = false;
	link.wait(100);
	CHECK(link.get_error() == WSError::HEARTBEAT);
}

TEST_CASE("[WebSocket][Link] The lines of a client's handshake are kept") {
	WSConnectionSettings settings;
	LinkProbe link(&settings);
	link.open();
	const Vector<String> lines = link.get_received_headers();
	REQUIRE_EQ(lines.size(), 5);
	CHECK_EQ(lines[0], "Host: here");
	CHECK_EQ(lines[4], "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
}

} // namespace TestWSLink
