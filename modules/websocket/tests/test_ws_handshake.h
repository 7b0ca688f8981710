// Both sides of the opening handshake, RFC 6455 section 4, over every split of the input.
#pragma once

#include "modules/websocket/protocol/ws_cookies.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSHandshake {

using namespace WSTest;

// The request of RFC 6455 section 1.2 with one line replaced or added: p_line replaces the header of the same name, an
// empty value removes it.
inline std::string request(const std::string &p_line = std::string(), const std::string &p_start = "GET /chat?room=1 HTTP/1.1") {
	const std::pair<std::string, std::string> fields[] = {
		{ "Host", "server.example.com" },
		{ "Upgrade", "websocket" },
		{ "Connection", "Upgrade" },
		{ "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
		{ "Sec-WebSocket-Version", "13" },
	};
	const std::string name = p_line.substr(0, p_line.find(':'));
	bool replaced = false;
	std::string text = p_start + "\r\n";
	for (const auto &field : fields) {
		if (field.first != name) {
			text += field.first + ": " + field.second + "\r\n";
		} else {
			text += p_line.size() > name.size() + 1 ? p_line + "\r\n" : "";
			replaced = true;
		}
	}
	return text + (replaced || p_line.empty() ? "" : p_line + "\r\n") + "\r\n";
}

inline std::string joined(const LocalVector<std::string_view> &p_list) {
	std::string text;
	for (const std::string_view &element : p_list) {
		text += (text.empty() ? "" : "|") + std::string(element);
	}
	return text;
}

// Feeds pieces until the parser has an answer; r_rest is what it left.
template <typename Parse>
int feed_pieces(const Pieces &p_pieces, std::string &r_rest, Parse p_parse) {
	int status = 0;
	r_rest.clear();
	for (const std::string &piece : p_pieces) {
		if (status != 0) {
			r_rest += piece;
			continue;
		}
		int used = 0;
		status = p_parse(span(piece), used);
		r_rest += piece.substr(size_t(used));
	}
	return status;
}

inline int feed_request(WSRequestParser &r_parser, const Pieces &p_pieces, std::string &r_rest) {
	return feed_pieces(p_pieces, r_rest, [&](Span<uint8_t> p_bytes, int &r_used) { return int(r_parser.feed(p_bytes, r_used)); });
}

inline void check_accepted(const std::string &p_request) {
	for_each_split(p_request, [](const Pieces &p_pieces) {
		WSRequestParser parser;
		std::string rest;
		CHECK(feed_request(parser, p_pieces, rest) == WSRequestParser::DONE);
	});
}

inline void check_rejected(const std::string &p_request, int p_status) {
	for_each_split(p_request, [&](const Pieces &p_pieces) {
		WSRequestParser parser;
		std::string rest;
		CHECK(feed_request(parser, p_pieces, rest) == WSRequestParser::REJECTED);
		CHECK(parser.get_http_status() == p_status);
	});
}

TEST_CASE("[WebSocket][Handshake] The request of the RFC is understood and its frames are left alone") {
	for_each_split(request() + frame(0x81, "early"), [](const Pieces &p_pieces) {
		WSRequestParser parser;
		std::string rest;
		CHECK(feed_request(parser, p_pieces, rest) == WSRequestParser::DONE);
		CHECK(rest == frame(0x81, "early"));
		CHECK(parser.get_request().target == "/chat?room=1");
		CHECK(parser.get_request().host == "server.example.com");
		CHECK(parser.get_request().key == "dGhlIHNhbXBsZSBub25jZQ==");
		CHECK(parser.get_request().protocols.is_empty());
	});
}

TEST_CASE("[WebSocket][Handshake] Header names, tokens and lists are read as HTTP defines them") {
	check_accepted(request("Connection: keep-alive, Upgrade"));
	check_accepted(request("Connection: keep-alive , uPGRADE ,"));
	check_accepted(request("Upgrade: WebSocket"));
	check_accepted(request("Upgrade: h2c, websocket"));
	check_accepted(request("X-Empty:"));
	check_accepted(request("X-Other:\tvalue with blanks \t"));
	check_accepted("\r\n" + request());
	check_accepted(request("", "GET ws://server.example.com/chat HTTP/1.1"));
	std::string lower = request();
	for (size_t i = lower.find("\r\n"); i < lower.size(); i++) {
		lower[i] = lower[i] == 'H' && lower.compare(i, 4, "Host") == 0 ? 'h' : lower[i];
	}
	check_accepted(lower);
}

TEST_CASE("[WebSocket][Handshake] Protocols and extensions arrive as lists") {
	WSRequestParser parser;
	std::string rest;
	const std::string text = request("Sec-WebSocket-Protocol: chat, super.chat\r\nSec-WebSocket-Protocol: third\r\nSec-WebSocket-Extensions: a; b=1, c");
	CHECK(feed_request(parser, Pieces{ text }, rest) == WSRequestParser::DONE);
	CHECK(joined(parser.get_request().protocols) == "chat|super.chat|third");
	CHECK(joined(parser.get_request().extensions) == "a; b=1|c");
}

TEST_CASE("[WebSocket][Handshake] A bad request gets the status that says what is wrong") {
	SUBCASE("request line") {
		check_rejected(request("", "GET /x"), 400);
		check_rejected(request("", "GET"), 400);
		check_rejected(request("", "GET /x HTTP/1.0"), 400);
		check_rejected(request("", "GET /x HTTP/2.0"), 400);
		check_rejected(request("", "GET /x y HTTP/1.1"), 400);
		check_rejected(request("", "GET x HTTP/1.1"), 400);
		check_rejected(request("", "GET /x#fragment HTTP/1.1"), 400);
		check_rejected(request("", "POST /x HTTP/1.1"), 405);
	}
	SUBCASE("fields") {
		check_rejected(request("Host:"), 400);
		check_rejected(request("Host: a\r\nHost: b"), 400);
		check_rejected(request("Upgrade:"), 426);
		check_rejected(request("Upgrade: h2c"), 426);
		check_rejected(request("Connection: keep-alive"), 400);
		check_rejected(request("Connection: notupgrade"), 400);
		check_rejected(request("Sec-WebSocket-Version: 8"), 426);
		check_rejected(request("Sec-WebSocket-Version:"), 426);
		check_rejected(request("Sec-WebSocket-Key:"), 400);
		check_rejected(request("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ"), 400);
		check_rejected(request("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZS4u"), 400);
		check_rejected(request("Sec-WebSocket-Key: !GhlIHNhbXBsZSBub25jZQ=="), 400);
		check_rejected(request("Sec-WebSocket-Protocol: a, a"), 400);
		check_rejected(request("Sec-WebSocket-Protocol: a b"), 400);
		check_rejected(request("Content-Length: 5"), 400);
		check_rejected(request("Transfer-Encoding: chunked"), 400);
	}
	SUBCASE("the form of a head") {
		check_rejected(request("No colon here"), 400);
		check_rejected(request("Blank : before the colon"), 400);
		check_rejected(request("X-Folded: a\r\n b"), 400);
		check_rejected(request("X-Control: a\x01"), 400);
		check_rejected("GET / HTTP/1.1\nHost: x\n\n", 400);
		check_rejected(std::string("\x16\x03\x01\x02\n"), 400);
	}
}

TEST_CASE("[WebSocket][Handshake] A head over 8192 bytes gets 431, one that just fits is read") {
	const std::string line = "X-Long: ";
	const size_t rest = size_t(WSLimits::MAX_HEAD_BYTES) - request(line + "x").size() + 1;
	WSRequestParser fits;
	std::string left;
	CHECK(feed_request(fits, Pieces{ request(line + std::string(rest, 'x')) }, left) == WSRequestParser::DONE);
	WSRequestParser over;
	CHECK(feed_request(over, Pieces{ request(line + std::string(rest + 1, 'x')) }, left) == WSRequestParser::REJECTED);
	CHECK(over.get_http_status() == 431);
	WSRequestParser endless;
	CHECK(feed_request(endless, Pieces(9, std::string(1000, 'x')), left) == WSRequestParser::REJECTED);
	CHECK(endless.get_http_status() == 431);
}

TEST_CASE("[WebSocket][Handshake] The answer carries the accept value of the RFC and what was chosen") {
	WSBuffer out;
	ws_write_response("dGhlIHNhbXBsZSBub25jZQ==", "chat", "", { "X-Extra: 1" }, out);
	CHECK(text_of(out) == "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: chat\r\nX-Extra: 1\r\n\r\n");
}

TEST_CASE("[WebSocket][Handshake] A refusal is a whole HTTP answer") {
	WSBuffer out;
	ws_write_refusal(426, "Old version.", out);
	CHECK(text_of(out) == "HTTP/1.1 426 Upgrade Required\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
						  "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 13\r\n\r\nOld version.\n");
	out.clear();
	ws_write_refusal(405, "No.", out);
	CHECK(text_of(out).find("HTTP/1.1 405 Method Not Allowed\r\n") == 0);
	CHECK(text_of(out).find("\r\nAllow: GET\r\n") != std::string::npos);
}

TEST_CASE("[WebSocket][Handshake] What the client writes is what the server reads") {
	WSRequestHead head;
	head.target = "/path?x=1";
	head.host = "localhost:9080";
	const uint8_t random[16] = { 't', 'h', 'e', ' ', 's', 'a', 'm', 'p', 'l', 'e', ' ', 'n', 'o', 'n', 'c', 'e' };
	char key[WS_KEY_LENGTH];
	ws_make_key(random, key);
	head.key = std::string_view(key, WS_KEY_LENGTH);
	CHECK(head.key == "dGhlIHNhbXBsZSBub25jZQ==");
	head.protocols = { "one", "two" };
	head.extra_headers = { "Authorization: Bearer t" };
	WSBuffer out;
	ws_write_request(head, out);
	WSRequestParser parser;
	std::string rest;
	CHECK(feed_request(parser, Pieces{ text_of(out) }, rest) == WSRequestParser::DONE);
	CHECK(parser.get_request().target == "/path?x=1");
	CHECK(joined(parser.get_request().protocols) == "one|two");
	CHECK(parser.get_head().get_value("authorization") == "Bearer t");
	CHECK(ws_choose_protocol(parser.get_request().protocols, { "two", "three" }) == "two");
	CHECK(ws_choose_protocol(parser.get_request().protocols, { "three" }).empty());
}

// What the client makes of an answer to a request that offered these protocols.
inline WSError judge(const std::string &p_answer, const LocalVector<std::string_view> &p_protocols = {}) {
	WSExpectedResponse expected;
	expected.key = "dGhlIHNhbXBsZSBub25jZQ==";
	expected.protocols = p_protocols;
	WSError verdict = WSError::NONE;
	for_each_split(p_answer, [&](const Pieces &p_pieces) {
		WSResponseParser parser;
		std::string rest;
		const int status = feed_pieces(p_pieces, rest, [&](Span<uint8_t> p_bytes, int &r_used) { return int(parser.feed(p_bytes, expected, r_used)); });
		CHECK(status != WSResponseParser::NEED_MORE);
		verdict = parser.get_error();
	});
	return verdict;
}

inline std::string answer(const std::string &p_more = std::string(), const std::string &p_connection = "Upgrade", const std::string &p_accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") {
	return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: " + p_connection + "\r\nSec-WebSocket-Accept: " + p_accept + "\r\n" + p_more + "\r\n";
}

TEST_CASE("[WebSocket][Handshake] A client takes every valid answer") {
	CHECK(judge(answer()) == WSError::NONE);
	CHECK(judge(answer("X-Empty:\r\n", "keep-alive, Upgrade")) == WSError::NONE);
	CHECK(judge(answer("Sec-WebSocket-Protocol: two\r\n"), { "one", "two" }) == WSError::NONE);
	CHECK(judge(answer("Sec-WebSocket-Extensions:\r\n")) == WSError::NONE);
}

TEST_CASE("[WebSocket][Handshake] A client tells refused, malformed and mismatched answers apart") {
	CHECK(judge("HTTP/1.1 403 Forbidden\r\n\r\n") == WSError::HTTP_STATUS);
	CHECK(judge("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\n\r\n") == WSError::HTTP_STATUS);
	CHECK(judge("SSH-2.0-OpenSSH\r\n\r\n") == WSError::HANDSHAKE);
	CHECK(judge("HTTP/1.1 1x1 Odd\r\n\r\n") == WSError::HANDSHAKE);
	CHECK(judge(answer("", "close")) == WSError::HANDSHAKE);
	CHECK(judge(answer("", "Upgrade", "AAAALMBiTxaQ9kYGzzhZRbK+xOo=")) == WSError::HANDSHAKE);
	CHECK(judge(answer("Sec-WebSocket-Extensions: permessage-deflate\r\n")) == WSError::HANDSHAKE);
	CHECK(judge(answer(), { "one" }) == WSError::SUBPROTOCOL);
	CHECK(judge(answer("Sec-WebSocket-Protocol: one\r\n")) == WSError::SUBPROTOCOL);
	CHECK(judge(answer("Sec-WebSocket-Protocol: three\r\n"), { "one", "two" }) == WSError::SUBPROTOCOL);
	CHECK(judge(answer("Sec-WebSocket-Protocol: one\r\nSec-WebSocket-Protocol: one\r\n"), { "one" }) == WSError::SUBPROTOCOL);
}

TEST_CASE("[WebSocket][Handshake] Headers of users cannot end the head") {
	CHECK(http_is_header_line("Authorization: Bearer x"));
	CHECK_FALSE(http_is_header_line("Authorization"));
	CHECK_FALSE(http_is_header_line(": value"));
	CHECK_FALSE(http_is_header_line("Two words: value"));
	CHECK_FALSE(http_is_header_line("X: a\r\nY: b"));
}

TEST_CASE("[WebSocket][Cookies] Set-Cookie and Cookie are read as browsers read them") {
	WSCookie cookie;
	CHECK(ws_parse_set_cookie(" sid=a=b ; Path=/room; secure; Max-Age=0; SameSite=Lax", cookie));
	CHECK(cookie.name == "sid");
	CHECK(cookie.value == "a=b");
	CHECK(cookie.path == "/room");
	CHECK(cookie.is_secure);
	CHECK(cookie.is_removal);
	WSCookie plain;
	CHECK(ws_parse_set_cookie("x=\"quoted\"", plain));
	CHECK(plain.value == "quoted");
	CHECK_FALSE(plain.is_secure);
	CHECK(plain.path.empty());
	for (const char *none : { "", "novalue", "=x", ";", " ; a=b" }) {
		WSCookie nothing;
		CHECK_FALSE(ws_parse_set_cookie(none, nothing));
	}
	const LocalVector<WSCookie> sent = ws_parse_cookies("a=1; novalue;; b = 2 ;c=");
	REQUIRE_EQ(sent.size(), 3u);
	CHECK(sent[0].value == "1");
	CHECK(sent[1].name == "b");
	CHECK(sent[1].value == "2");
	CHECK(sent[2].value.empty());
	CHECK(ws_cookie_path_matches("", "/any"));
	CHECK(ws_cookie_path_matches("/a", "/a?x"));
	CHECK(ws_cookie_path_matches("/a/", "/a/b"));
	CHECK(ws_cookie_path_matches("/a", "/a/b"));
	CHECK_FALSE(ws_cookie_path_matches("/a", "/ab"));
	CHECK_FALSE(ws_cookie_path_matches("/a/b", "/a"));
}

} // namespace TestWSHandshake
