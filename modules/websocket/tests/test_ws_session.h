// The framed session: RFC 6455 sections 5 to 7 over every split of the input.
#pragma once

#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSSession {

using namespace WSTest;
using Strings = std::vector<std::string>;

TEST_CASE("[WebSocket][Session] The examples of RFC 6455 section 5.7 are understood") {
	for_each_split(bytes({ 0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F }), [](const Pieces &p_pieces) {
		CHECK(SessionProbe(WSRole::CLIENT, p_pieces).messages == Strings{ "text:Hello" });
	});
	for_each_split(bytes({ 0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58 }), [](const Pieces &p_pieces) {
		CHECK(SessionProbe(WSRole::SERVER, p_pieces).messages == Strings{ "text:Hello" });
	});
	for_each_split(bytes({ 0x01, 0x03, 0x48, 0x65, 0x6C, 0x80, 0x02, 0x6C, 0x6F }), [](const Pieces &p_pieces) {
		CHECK(SessionProbe(WSRole::CLIENT, p_pieces).messages == Strings{ "text:Hello" });
	});
	SessionProbe server(WSRole::SERVER);
	server.session.send(WSMessageType::TEXT, span("Hello"), server.out);
	CHECK(server.sent() == bytes({ 0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F }));
	SessionProbe client(WSRole::CLIENT);
	client.session.send(WSMessageType::TEXT, span("Hello"), client.out);
	CHECK(client.sent() == bytes({ 0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58 }));
}

TEST_CASE("[WebSocket][Session] A ping inside a fragmented text is answered and leaves it intact") {
	const std::string input = frame(0x01, "AB") + frame(0x89, "png") + frame(0x00, "") + frame(0x80, "CD");
	for_each_split(input, [](const Pieces &p_pieces) {
		SessionProbe probe(WSRole::SERVER, p_pieces);
		CHECK(probe.messages == Strings{ "text:ABCD" });
		CHECK(probe.sent() == frame(0x8A, "png", false));
	});
}

TEST_CASE("[WebSocket][Session] Lengths of every coding arrive whole, in one read or cut") {
	for (size_t size : { 0, 1, 125, 126, 127, 65535, 65536, 200000 }) {
		std::string payload(size, 'x');
		for (size_t i = 0; i < size; i++) {
			payload[i] = char(i * 7 + (i >> 8));
		}
		const std::string wire = frame(0x82, payload);
		CHECK(SessionProbe(WSRole::SERVER, Pieces{ wire }).messages == Strings{ "binary:" + payload });
		Pieces pieces;
		for (size_t at = 0; at < wire.size(); at += 1021) {
			pieces.push_back(wire.substr(at, 1021));
		}
		CHECK(SessionProbe(WSRole::SERVER, pieces).messages == Strings{ "binary:" + payload });
		SessionProbe sender(WSRole::CLIENT);
		sender.session.send(WSMessageType::BINARY, span(payload), sender.out);
		CHECK(sender.sent() == wire);
	}
}

TEST_CASE("[WebSocket][Session] Many messages in one read keep their order and their kind") {
	const std::string input = frame(0x81, "one") + frame(0x82, "two") + frame(0x81, "") + frame(0x82, "");
	for_each_split(input, [](const Pieces &p_pieces) {
		CHECK(SessionProbe(WSRole::SERVER, p_pieces).messages == Strings{ "text:one", "binary:two", "text:", "binary:" });
	});
}

TEST_CASE("[WebSocket][Session] A handler that wants no more loses nothing") {
	const std::string input = frame(0x81, "one") + frame(0x01, "tw") + frame(0x80, "o") + frame(0x81, "three");
	for_each_split(input, [](const Pieces &p_pieces) {
		SessionProbe probe(WSRole::SERVER);
		probe.message_budget = 1;
		for (const std::string &piece : p_pieces) {
			probe.feed(piece);
		}
		CHECK(probe.messages == Strings{ "text:one" });
		while (probe.message_budget < 3) {
			probe.message_budget++;
			probe.feed("");
		}
		CHECK(probe.messages == Strings{ "text:one", "text:two", "text:three" });
	});
}

TEST_CASE("[WebSocket][Session] Close frames are answered with the same code and reason") {
	for_each_split(frame(0x81, "last") + close_frame(4001, "my reason") + frame(0x81, "ignored"), [](const Pieces &p_pieces) {
		SessionProbe probe(WSRole::SERVER, p_pieces);
		CHECK(probe.messages == Strings{ "text:last" });
		CHECK(probe.close_code == 4001);
		CHECK(probe.close_reason == "my reason");
		CHECK(probe.sent() == close_frame(4001, "my reason", false));
		CHECK(probe.session.get_state() == WSSession::CLOSED);
	});
	for_each_split(frame(0x88, ""), [](const Pieces &p_pieces) {
		SessionProbe probe(WSRole::SERVER, p_pieces);
		CHECK(probe.close_code == WS_CLOSE_NO_CODE);
		CHECK(probe.sent() == frame(0x88, "", false));
	});
}

TEST_CASE("[WebSocket][Session] Messages on their way still arrive after we asked to close") {
	SessionProbe probe(WSRole::CLIENT);
	probe.session.close(1000, span("bye"), probe.out);
	CHECK(probe.sent() == close_frame(1000, "bye"));
	probe.feed(frame(0x81, "late", false) + frame(0x89, "ping", false));
	CHECK(probe.session.get_state() == WSSession::CLOSE_SENT);
	probe.feed(close_frame(1000, "bye", false));
	CHECK(probe.messages == Strings{ "text:late" });
	CHECK(probe.session.get_state() == WSSession::CLOSED);
	CHECK(probe.sent() == close_frame(1000, "bye")); // Neither a pong nor a second close frame follows.
}

// Feeds a client's bytes to a server and checks that it fails with this code and says so.
inline void check_fails(const std::string &p_input, WSError p_error, int p_code, int p_max_message_size = 0) {
	for_each_split(p_input, [&](const Pieces &p_pieces) {
		SessionProbe probe(WSRole::SERVER, p_pieces, p_max_message_size);
		CHECK(probe.session.get_state() == WSSession::FAILED);
		const WSSession::Failure &failure = probe.session.get_failure();
		CHECK(failure.error == p_error);
		CHECK(failure.close_code == p_code);
		CHECK(probe.messages.empty());
		CHECK(probe.sent() == close_frame(p_code, failure.text, false));
	});
}

TEST_CASE("[WebSocket][Session] What breaks the framing rules fails with 1002") {
	const auto check = [](const std::string &p_input) {
		check_fails(p_input, WSError::PROTOCOL, 1002);
	};
	SUBCASE("a frame without a mask") {
		check(frame(0x81, "x", false));
	}
	SUBCASE("reserved bits") {
		check(frame(0xC1, "x"));
		check(frame(0xA1, "x"));
		check(frame(0x91, "x"));
	}
	SUBCASE("reserved opcodes") {
		check(frame(0x83, "x"));
		check(frame(0x87, "x"));
		check(frame(0x8B, "x"));
		check(frame(0x8F, "x"));
	}
	SUBCASE("a continuation of nothing") {
		check(frame(0x80, "x"));
	}
	SUBCASE("a new message inside a message") {
		check(frame(0x01, "a") + frame(0x81, "b"));
	}
	SUBCASE("a fragmented ping") {
		check(frame(0x09, "x"));
	}
	SUBCASE("a ping of 126 bytes") {
		check(frame(0x89, std::string(126, 'x')));
	}
	SUBCASE("a length in more bytes than it needs") {
		check(bytes({ 0x82, 0xFE, 0, 1 }) + std::string(5, 'm'));
		check(bytes({ 0x82, 0xFF, 0, 0, 0, 0, 0, 0, 255, 255 }) + std::string(5, 'm'));
	}
	SUBCASE("a length with the highest bit set") {
		check(bytes({ 0x82, 0xFF, 0x80, 0, 0, 0, 0, 1, 0, 0 }) + std::string(5, 'm'));
	}
	SUBCASE("a close frame of one byte") {
		check(frame(0x88, "x"));
	}
	SUBCASE("close codes that nobody may send") {
		for (int code : { 0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535 }) {
			check(close_frame(code));
		}
	}
}

TEST_CASE("[WebSocket][Session] What came before a failure can still be answered, before the close frame") {
	SessionProbe probe(WSRole::SERVER);
	std::string input = frame(0x81, "good") + frame(0x83, "bad");
	probe.session.feed(reinterpret_cast<uint8_t *>(&input[0]), int(input.size()), probe);
	CHECK(probe.session.get_state() == WSSession::FAILED);
	CHECK(probe.messages == Strings{ "text:good" });
	CHECK(probe.session.can_send());
	probe.session.send(WSMessageType::TEXT, span("answer"), probe.out);
	probe.session.answer_end(probe.out);
	CHECK(probe.sent() == frame(0x81, "answer", false) + close_frame(1002, probe.session.get_failure().text, false));
	CHECK_FALSE(probe.session.can_send());
}

TEST_CASE("[WebSocket][Session] A client fails on a masked frame") {
	SessionProbe probe(WSRole::CLIENT, Pieces{ frame(0x81, "x") });
	CHECK(probe.session.get_state() == WSSession::FAILED);
}

TEST_CASE("[WebSocket][Session] Text that is not UTF-8 fails with 1007") {
	const auto check = [](const std::string &p_input) {
		check_fails(p_input, WSError::INVALID_TEXT, 1007);
	};
	check(frame(0x81, "\xC0\xAF"));
	check(frame(0x81, "\xED\xA0\x80"));
	check(frame(0x81, "cut \xE2\x82"));
	check(frame(0x01, "ab") + frame(0x80, "\xF5"));
	check(close_frame(1000, "\xFF"));
}

TEST_CASE("[WebSocket][Session] Text split inside a character is text") {
	for_each_split(frame(0x01, "\xE2\x82") + frame(0x80, "\xAC\xF0\x9F\x98\x80"), [](const Pieces &p_pieces) {
		CHECK(SessionProbe(WSRole::SERVER, p_pieces).messages == Strings{ "text:\xE2\x82\xAC\xF0\x9F\x98\x80" });
	});
}

TEST_CASE("[WebSocket][Session] Hopeless text fails before its frame has ended") {
	const std::string wire = frame(0x81, "\xF8" + std::string(1000, 'x'));
	SessionProbe probe(WSRole::SERVER, Pieces{ wire.substr(0, 9) });
	CHECK(probe.session.get_state() == WSSession::FAILED);
}

TEST_CASE("[WebSocket][Session] A message over the limit fails with 1009 and a reason") {
	CHECK(SessionProbe(WSRole::SERVER, Pieces{ frame(0x82, std::string(200, 'x')) }, 200).messages.size() == 1);
	check_fails(frame(0x82, std::string(201, 'x')), WSError::MESSAGE_TOO_BIG, 1009, 200);
	check_fails(frame(0x02, std::string(150, 'x')) + frame(0x80, std::string(51, 'x')), WSError::MESSAGE_TOO_BIG, 1009, 200);
	// What the header announces is enough: memory is not filled first.
	check_fails(bytes({ 0x82, 0xFF, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5 }), WSError::MESSAGE_TOO_BIG, 1009);
}

TEST_CASE("[WebSocket][Session] Close codes without a code and pings go out as asked") {
	SessionProbe probe(WSRole::SERVER);
	probe.session.ping(span("now"), probe.out);
	CHECK(probe.sent() == frame(0x89, "now", false));
	probe.feed(frame(0x8A, "now"));
	CHECK(probe.pongs == Strings{ "now" });
	probe.out.clear();
	probe.session.close(WS_CLOSE_NO_CODE, Span<uint8_t>(), probe.out);
	CHECK(probe.sent() == frame(0x88, "", false));
}

TEST_CASE("[WebSocket][Session] A large payload of a server is lent, not copied") {
	const std::string payload(size_t(WSSession::BORROW_FROM), 'x');
	SessionProbe probe(WSRole::SERVER);
	WSSession::Borrowed borrowed;
	probe.session.send(WSMessageType::BINARY, span(payload), probe.out, &borrowed);
	CHECK(borrowed.data == span(payload).ptr());
	CHECK(borrowed.size == int(payload.size()));
	CHECK(probe.sent() + payload == frame(0x82, payload, false));
}

} // namespace TestWSSession
