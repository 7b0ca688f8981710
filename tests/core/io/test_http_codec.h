// The HTTP/1.1 codec: heads, framing and bodies, over every split of the input.
#pragma once

#include "core/io/http_codec.h"
#include "tests/support/splits.h"
#include "tests/test_macros.h"

namespace TestHTTPCodec {

using namespace TestSplits;

// Views of the pieces that end exactly where the memory ends, so that sanitizers see every read past it.
inline std::vector<uint8_t> exact(const std::string &p_piece) {
	return std::vector<uint8_t>(p_piece.begin(), p_piece.end());
}

struct HeadRun {
	HTTPHead head;
	HTTPHead::Status status = HTTPHead::NEED_MORE;
	std::string rest;

	explicit HeadRun(const Pieces &p_pieces, int p_max_bytes = 8192) :
			head(p_max_bytes) {
		for (const std::string &piece : p_pieces) {
			if (status != HTTPHead::NEED_MORE) {
				rest += piece;
				continue;
			}
			const std::vector<uint8_t> bytes = exact(piece);
			int used = 0;
			status = head.feed(Span<uint8_t>(bytes.data(), bytes.size()), used);
			rest += piece.substr(size_t(used));
		}
	}
};

inline void check_refused(const std::string &p_head, HTTPError p_error) {
	for_each_split(p_head, [&](const Pieces &p_pieces) {
		HeadRun run(p_pieces);
		CHECK(run.status == HTTPHead::REFUSED);
		CHECK(run.head.get_error() == p_error);
		CHECK(std::string(http_get_error_text(p_error)) != "");
	});
}

struct BodyRun {
	HTTPBodyReader reader;
	std::string body;
	std::string rest;

	BodyRun(const HTTPFraming &p_framing, const Pieces &p_pieces) {
		reader.start(p_framing);
		for (const std::string &piece : p_pieces) {
			const std::vector<uint8_t> bytes = exact(piece);
			Span<uint8_t> left(bytes.data(), bytes.size());
			while (!left.is_empty() && reader.get_status() == HTTPBodyReader::NEED_MORE) {
				int64_t used = 0;
				Span<uint8_t> data;
				reader.feed(left, used, data);
				body += std::string(reinterpret_cast<const char *>(data.ptr()), size_t(data.size()));
				left = left.subspan(uint64_t(used));
			}
			rest += std::string(reinterpret_cast<const char *>(left.ptr()), size_t(left.size()));
		}
	}
};

inline HTTPFraming framing_of(HTTPFraming::Kind p_kind, int64_t p_length = 0) {
	HTTPFraming framing;
	framing.kind = p_kind;
	framing.length = p_length;
	return framing;
}

inline void check_bad_chunks(const std::string &p_body, HTTPError p_error) {
	for_each_split(p_body, [&](const Pieces &p_pieces) {
		BodyRun run(framing_of(HTTPFraming::CHUNKED), p_pieces);
		CHECK(run.reader.get_status() == HTTPBodyReader::REFUSED);
		CHECK(run.reader.get_error() == p_error);
	});
}

// The framing of a response with these header lines.
inline HTTPFraming response_framing(const std::string &p_lines, const std::string &p_start = "HTTP/1.1 200 OK", const std::string &p_method = "GET") {
	HeadRun run(Pieces{ p_start + "\r\n" + p_lines + "\r\n" });
	REQUIRE(run.status == HTTPHead::DONE);
	HTTPStatusLine line;
	REQUIRE(http_parse_status_line(run.head.get_start_line(), line));
	return http_get_response_framing(run.head, line, p_method);
}

TEST_CASE("[HTTP][Codec] A head is taken apart, and what follows it is left alone") {
	for_each_split("\r\nHTTP/1.1 200 Fine, thanks\r\nX-One: a\r\nx-one:\tb \r\nEmpty:\r\nList: p, ,Q\r\n\r\nbody", [](const Pieces &p_pieces) {
		HeadRun run(p_pieces);
		CHECK(run.status == HTTPHead::DONE);
		CHECK(run.rest == "body");
		CHECK(run.head.get_start_line() == "HTTP/1.1 200 Fine, thanks");
		CHECK(run.head.get_fields().size() == 4);
		CHECK(run.head.count_fields("X-ONE") == 2);
		CHECK(run.head.get_value("X-one") == "a");
		CHECK(run.head.get_value("empty") == "");
		CHECK(run.head.list_has_token("list", "q"));
		CHECK(run.head.get_list("list").size() == 2);
	});
}

TEST_CASE("[HTTP][Codec] A head that is used again knows nothing of the one before") {
	HTTPHead head(8192);
	const std::string first = "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n";
	const std::string second = "HTTP/1.1 404 No\r\n\r\n";
	int used = 0;
	CHECK(head.feed(Span<uint8_t>(reinterpret_cast<const uint8_t *>(first.data()), first.size()), used) == HTTPHead::DONE);
	head.reset();
	CHECK(head.is_empty());
	CHECK(head.feed(Span<uint8_t>(reinterpret_cast<const uint8_t *>(second.data()), second.size()), used) == HTTPHead::DONE);
	CHECK(head.get_start_line() == "HTTP/1.1 404 No");
	CHECK(head.get_fields().is_empty());
}

TEST_CASE("[HTTP][Codec] What two programs could read differently is refused, with the reason") {
	check_refused("GET / HTTP/1.1\nHost: a\r\n\r\n", HTTPError::BARE_LINE_BREAK);
	check_refused("GET / HTTP/1.1\r\nHost: a\n\r\n", HTTPError::BARE_LINE_BREAK);
	check_refused("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", HTTPError::BARE_LINE_BREAK);
	check_refused("GET / HTTP/1.1\r\n\n", HTTPError::BARE_LINE_BREAK);
	check_refused("GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n", HTTPError::FOLDED_LINE);
	check_refused("GET / HTTP/1.1\r\n A: b\r\n\r\n", HTTPError::FOLDED_LINE);
	check_refused("GET / HTTP/1.1\r\nA : b\r\n\r\n", HTTPError::BAD_FIELD);
	check_refused("GET / HTTP/1.1\r\n: b\r\n\r\n", HTTPError::BAD_FIELD);
	check_refused("GET / HTTP/1.1\r\nno colon\r\n\r\n", HTTPError::BAD_FIELD);
	check_refused(std::string("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 25), HTTPError::CONTROL_CHARACTER);
	check_refused(std::string("GET /\0 HTTP/1.1\r\n\r\n", 19), HTTPError::CONTROL_CHARACTER);
	check_refused("GET / HTTP/1.1\r\nA: \x7f\r\n\r\n", HTTPError::CONTROL_CHARACTER);
}

TEST_CASE("[HTTP][Codec] A head has a largest size and number of lines") {
	const std::string start = "GET / HTTP/1.1\r\n";
	CHECK(HeadRun(Pieces{ start + "A: " + std::string(20, 'x') + "\r\n\r\n" }, int(start.size()) + 27).status == HTTPHead::DONE);
	CHECK(HeadRun(Pieces{ start + "A: " + std::string(21, 'x') + "\r\n\r\n" }, int(start.size()) + 27).head.get_error() == HTTPError::HEAD_TOO_LARGE);
	CHECK(HeadRun(Pieces{ std::string(9000, 'x') }).head.get_error() == HTTPError::HEAD_TOO_LARGE);
	// Empty lines before the start line count, too: they have no end otherwise.
	std::string blank;
	for (int i = 0; i < 5000; i++) {
		blank += "\r\n";
	}
	CHECK(HeadRun(Pieces{ blank }).head.get_error() == HTTPError::HEAD_TOO_LARGE);
	std::string many = start;
	for (uint32_t i = 0; i <= HTTPHead::MAX_FIELDS; i++) {
		many += "A: b\r\n";
	}
	CHECK(HeadRun(Pieces{ many + "\r\n" }).head.get_error() == HTTPError::TOO_MANY_FIELDS);
}

TEST_CASE("[HTTP][Codec] Start lines") {
	HTTPRequestLine request;
	CHECK(http_parse_request_line("GET /a?b=c HTTP/1.0", request));
	CHECK(request.method == "GET");
	CHECK(request.target == "/a?b=c");
	CHECK(request.minor_version == 0);
	for (const char *bad : { "", "GET", "GET /", "GET  HTTP/1.1", "GET / HTTP/2.0", "GET /a b HTTP/1.1", "G T / HTTP/1.1", "GET /#f HTTP/1.1", "GET / HTTP/1.1 ", "(ET / HTTP/1.1", " / HTTP/1.1" }) {
		CHECK_FALSE(http_parse_request_line(bad, request));
	}
	HTTPStatusLine status;
	CHECK(http_parse_status_line("HTTP/1.1 404 Not here", status));
	CHECK(status.status == 404);
	CHECK(status.reason == "Not here");
	CHECK(http_parse_status_line("HTTP/1.0 200", status));
	CHECK(status.minor_version == 0);
	CHECK(status.reason == "");
	for (const char *bad : { "", "HTTP/1.1", "HTTP/1.1 20", "HTTP/1.1 2000", "HTTP/1.1 -20", "HTTP/1.1 099 x", "HTTP/2 200 OK", "http/1.1 200 OK", "ICY 200 OK at all" }) {
		CHECK_FALSE(http_parse_status_line(bad, status));
	}
}

TEST_CASE("[HTTP][Codec] The framing of a response") {
	CHECK(response_framing("Content-Length: 5\r\n").kind == HTTPFraming::LENGTH);
	CHECK(response_framing("content-length:\t5\r\n").length == 5);
	CHECK(response_framing("Transfer-Encoding: Chunked\r\n").kind == HTTPFraming::CHUNKED);
	CHECK(response_framing("").kind == HTTPFraming::UNTIL_CLOSE);
	CHECK_FALSE(response_framing("").keeps_alive);
	CHECK(response_framing("Content-Length: 5\r\n").keeps_alive);
	CHECK_FALSE(response_framing("Content-Length: 5\r\nConnection: x, Close\r\n").keeps_alive);
	CHECK_FALSE(response_framing("Content-Length: 5\r\n", "HTTP/1.0 200 OK").keeps_alive);
	CHECK(response_framing("Content-Length: 5\r\nConnection: keep-alive\r\n", "HTTP/1.0 200 OK").keeps_alive);
	CHECK(response_framing("Content-Length: 5\r\n", "HTTP/1.1 304 Same").kind == HTTPFraming::NO_BODY);
	CHECK(response_framing("", "HTTP/1.1 204 None").kind == HTTPFraming::NO_BODY);
	CHECK(response_framing("Transfer-Encoding: chunked\r\n", "HTTP/1.1 200 OK", "HEAD").kind == HTTPFraming::NO_BODY);
	CHECK(response_framing("Content-Length: 9\r\n", "HTTP/1.1 200 OK", "HEAD").length == 9);
	CHECK(response_framing("", "HTTP/1.1 200 OK", "CONNECT").kind == HTTPFraming::NO_BODY);
	CHECK(response_framing("", "HTTP/1.1 407 No", "CONNECT").kind == HTTPFraming::UNTIL_CLOSE);
}

TEST_CASE("[HTTP][Codec] Contradictory framing is refused, with the reason") {
	CHECK(response_framing("Content-Length: 5\r\nContent-Length: 5\r\n").error == HTTPError::SEVERAL_CONTENT_LENGTHS);
	CHECK(response_framing("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n").error == HTTPError::LENGTH_AND_CHUNKED);
	for (const char *bad : { "", "-1", "+1", "5, 5", "0x5", "1 2", "9999999999999999999" }) {
		CHECK(response_framing(std::string("Content-Length: ") + bad + "\r\n").error == HTTPError::BAD_CONTENT_LENGTH);
	}
	for (const char *bad : { "gzip", "gzip, chunked", "chunked, chunked", "xchunked", "" }) {
		CHECK(response_framing(std::string("Transfer-Encoding: ") + bad + "\r\n").error == HTTPError::UNKNOWN_TRANSFER_CODING);
	}
	CHECK(response_framing("Transfer-Encoding: chunked\r\n", "HTTP/1.0 200 OK").error == HTTPError::UNKNOWN_TRANSFER_CODING);
	CHECK(response_framing("Content-Length: 5\r\nContent-Length: 6\r\n", "HTTP/1.1 204 None").error == HTTPError::SEVERAL_CONTENT_LENGTHS);
}

TEST_CASE("[HTTP][Codec] Bodies with a length, and until the end") {
	for_each_split("hello, and more", [](const Pieces &p_pieces) {
		BodyRun run(framing_of(HTTPFraming::LENGTH, 5), p_pieces);
		CHECK(run.reader.get_status() == HTTPBodyReader::DONE);
		CHECK(run.body == "hello");
		CHECK(run.rest == ", and more");
		BodyRun all(framing_of(HTTPFraming::UNTIL_CLOSE), p_pieces);
		CHECK(all.reader.get_status() == HTTPBodyReader::NEED_MORE);
		CHECK(all.body == "hello, and more");
		CHECK(all.reader.end() == HTTPBodyReader::DONE);
	});
	CHECK(BodyRun(framing_of(HTTPFraming::LENGTH, 0), Pieces{ "x" }).rest == "x");
	CHECK(BodyRun(framing_of(HTTPFraming::NO_BODY), Pieces{ "x" }).reader.get_status() == HTTPBodyReader::DONE);
	BodyRun cut(framing_of(HTTPFraming::LENGTH, 5), Pieces{ "hell" });
	CHECK(cut.reader.end() == HTTPBodyReader::REFUSED);
	CHECK(cut.reader.get_error() == HTTPError::TRUNCATED);
}

TEST_CASE("[HTTP][Codec] Chunked bodies") {
	for_each_split("5\r\nhello\r\n0001;a=\"b c\"\r\n \r\n00A \r\nchunked ok\r\n0\r\nTrailer: x\r\n\r\nHTTP", [](const Pieces &p_pieces) {
		BodyRun run(framing_of(HTTPFraming::CHUNKED), p_pieces);
		CHECK(run.reader.get_status() == HTTPBodyReader::DONE);
		CHECK(run.body == "hello chunked ok");
		CHECK(run.rest == "HTTP");
	});
	check_bad_chunks("zz\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("-1\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("0x5\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("1000000000000000\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("5\nhello", HTTPError::BARE_LINE_BREAK);
	check_bad_chunks("5\rhello", HTTPError::BARE_LINE_BREAK);
	check_bad_chunks("5\r\nhelloX\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("5\r\nhello\rX", HTTPError::BARE_LINE_BREAK);
	check_bad_chunks("5;\n\r\n", HTTPError::BAD_CHUNK);
	check_bad_chunks("0\r\nA: b\n\r\n", HTTPError::BARE_LINE_BREAK);
	check_bad_chunks("0\r\n A: b\r\n\r\n", HTTPError::FOLDED_LINE);
	check_bad_chunks(std::string("0\r\nA\0\r\n\r\n", 9), HTTPError::CONTROL_CHARACTER);
	BodyRun cut(framing_of(HTTPFraming::CHUNKED), Pieces{ "5\r\nhello\r\n" });
	CHECK(cut.reader.end() == HTTPBodyReader::REFUSED);
	CHECK(cut.reader.get_error() == HTTPError::TRUNCATED);
}

TEST_CASE("[HTTP][Codec] Extensions and trailers of chunks have limits") {
	std::string extended;
	for (int i = 0; i < 5000; i++) {
		extended += "1;abcd\r\nx\r\n";
	}
	CHECK(BodyRun(framing_of(HTTPFraming::CHUNKED), Pieces{ extended }).reader.get_error() == HTTPError::BAD_CHUNK);
	std::string trailed = "0\r\n";
	for (int i = 0; i < 1000; i++) {
		trailed += "Name: value\r\n";
	}
	CHECK(BodyRun(framing_of(HTTPFraming::CHUNKED), Pieces{ trailed }).reader.get_error() == HTTPError::TRAILER_TOO_LARGE);
}

TEST_CASE("[HTTP][Codec] Chunks that are written are read") {
	std::string wire;
	for (int64_t size : { 1, 9, 10, 255, 4096 }) {
		char head[HTTP_CHUNK_HEAD_LENGTH];
		wire += std::string(head, size_t(http_write_chunk_head(size, head))) + std::string(size_t(size), 'x') + std::string(HTTP_CHUNK_END);
	}
	wire += std::string(HTTP_LAST_CHUNK);
	BodyRun run(framing_of(HTTPFraming::CHUNKED), Pieces{ wire });
	CHECK(run.reader.get_status() == HTTPBodyReader::DONE);
	CHECK(run.body.size() == 1 + 9 + 10 + 255 + 4096);
	char longest[HTTP_CHUNK_HEAD_LENGTH];
	CHECK(http_write_chunk_head(INT64_MAX, longest) == HTTP_CHUNK_HEAD_LENGTH);
}

TEST_CASE("[HTTP][Codec] Lines and tokens") {
	CHECK(http_is_header_line("Authorization: Bearer x"));
	CHECK_FALSE(http_is_header_line("X: a\r\nY: b"));
	CHECK(http_is_same_token("Keep-Alive", "keep-alive"));
	CHECK_FALSE(http_is_same_token("close", "closed"));
	CHECK(http_trim(" \ta b\t") == "a b");
	CHECK(http_get_reason_phrase(404) == "Not Found");
}

} // namespace TestHTTPCodec
