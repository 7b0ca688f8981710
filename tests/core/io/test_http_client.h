// HTTPClient against an origin whose answers are literal bytes; URLs; and what becomes of bodies.
#pragma once

#include "core/io/compression.h"
#include "core/io/http_body_sink.h"
#include "core/io/http_client.h"
#include "core/io/http_url.h"
#include "core/io/tcp_server.h"
#include "core/os/os.h"
#include "tests/test_macros.h"

#include <functional>

namespace TestHTTPClient {

// A client and the origin's side of its connection.
struct Exchange {
	Ref<TCPServer> server;
	Ref<HTTPClient> client;
	Ref<StreamPeerTCP> peer;
	String request;

	static bool until(const std::function<bool()> &p_condition) {
		for (int i = 0; i < 20000 && !p_condition(); i++) {
			OS::get_singleton()->delay_usec(250);
		}
		return p_condition();
	}

	Exchange() {
		server.instantiate();
		client.instantiate();
		CHECK_EQ(server->listen(0, "127.0.0.1"), OK);
		connect();
	}
	void connect() {
		peer.unref();
		CHECK_EQ(client->connect_to_host("127.0.0.1", server->get_local_port()), OK);
		CHECK(until([&]() {
			client->poll();
			if (peer.is_null()) {
				peer = server->take_connection();
			}
			return client->get_status() == HTTPClient::STATUS_CONNECTED && peer.is_valid();
		}));
	}
	void send_request(HTTPClient::Method p_method = HTTPClient::METHOD_GET, const Vector<String> &p_headers = Vector<String>(), const String &p_body = String()) {
		const CharString body = p_body.utf8();
		CHECK_EQ(client->request(p_method, "/path", p_headers, reinterpret_cast<const uint8_t *>(body.get_data()), int(body.length())), OK);
		request = String();
		CHECK(until([&]() {
			client->poll();
			const int waiting = peer->get_available_bytes();
			request += waiting > 0 ? peer->get_utf8_string(waiting) : String();
			return request.contains("\r\n\r\n");
		}));
	}
	void answer(const String &p_bytes, bool p_close = false) {
		const CharString bytes = p_bytes.utf8();
		peer->put_data(reinterpret_cast<const uint8_t *>(bytes.get_data()), int(bytes.length()));
		if (p_close) {
			peer->disconnect_from_host();
		}
		until([&]() {
			client->poll();
			return client->get_status() != HTTPClient::STATUS_REQUESTING;
		});
	}
	String read() {
		String text;
		until([&]() {
			if (client->get_status() != HTTPClient::STATUS_BODY) {
				return true;
			}
			client->poll();
			const Vector<uint8_t> chunk = client->read_response_body_chunk();
			text += String::utf8(reinterpret_cast<const char *>(chunk.ptr()), chunk.size());
			return false;
		});
		return text;
	}
	// The status after one whole exchange with this answer, and the body.
	HTTPClient::Status status_after(const String &p_answer, bool p_close, String &r_body) {
		send_request();
		answer(p_answer, p_close);
		r_body = read();
		return client->get_status();
	}
};

} // namespace TestHTTPClient

using TestHTTPClient::Exchange;

TEST_CASE("[HTTP][Client] A request on the wire, an answer, and another one on the same connection") {
	Exchange exchange;
	exchange.send_request(HTTPClient::METHOD_POST, Vector<String>({ "X-Mine: yes" }), String::utf8("b\xc5\xbe"));
	CHECK(exchange.request.begins_with("POST /path HTTP/1.1\r\nX-Mine: yes\r\nHost: 127.0.0.1:" + itos(exchange.server->get_local_port()) + "\r\nContent-Length: 3\r\nUser-Agent: Estragon/"));
	exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nx-Two:b\r\n\r\nhello");
	CHECK_EQ(exchange.client->get_status(), HTTPClient::STATUS_BODY);
	CHECK(exchange.client->has_response());
	CHECK_EQ(exchange.client->get_response_body_length(), 5);
	CHECK_EQ(exchange.client->take_response_headers(), Vector<String>({ "Content-Length: 5", "x-Two:b" }));
	CHECK(exchange.client->take_response_headers().is_empty());
	CHECK_EQ(exchange.read(), "hello");
	CHECK_EQ(exchange.client->get_status(), HTTPClient::STATUS_CONNECTED);
	String body;
	CHECK_EQ(exchange.status_after("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", false, body), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(body, "abc");
	CHECK_EQ(exchange.client->get_response_code(), 404);
}

TEST_CASE("[HTTP][Client] Answers without a body, interim ones, and those that end with the connection") {
	Exchange exchange;
	String body;
	CHECK_EQ(exchange.status_after("HTTP/1.1 204 None\r\n\r\n", false, body), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(exchange.status_after("HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n", false, body), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(exchange.status_after("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false, body), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(body, "ok");
	exchange.send_request(HTTPClient::METHOD_HEAD);
	exchange.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
	CHECK_EQ(exchange.read(), "");
	CHECK_EQ(exchange.client->get_status(), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(exchange.status_after("HTTP/1.0 200 OK\r\n\r\nuntil the end", true, body), HTTPClient::STATUS_DISCONNECTED);
	CHECK_EQ(body, "until the end");
	exchange.connect();
	CHECK_EQ(exchange.status_after("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", false, body), HTTPClient::STATUS_DISCONNECTED);
	CHECK_EQ(body, "ok");
}

TEST_CASE("[HTTP][Client] Malformed, contradictory and cut answers are errors that say why") {
	struct Case {
		const char *answer;
		const char *why;
	};
	const Case cases[] = {
		{ "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", "CR LF" },
		{ "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", "several Content-Length" },
		{ "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok", "both" },
		{ "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "continued" },
		{ "SSH-2.0-x\r\n\r\n", "does not begin" },
		{ "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "chunk" },
		{ "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nshort", "inside the body" },
		{ "", "before it answered" },
	};
	for (const Case &item : cases) {
		CAPTURE(item.answer);
		Exchange exchange;
		String body;
		CHECK_EQ(exchange.status_after(item.answer, true, body), HTTPClient::STATUS_CONNECTION_ERROR);
		CHECK(exchange.client->get_error_message().contains(item.why));
		CHECK(exchange.client->get_connection().is_null());
	}
	Exchange endless;
	String interim;
	for (int i = 0; i < 100; i++) {
		interim += "HTTP/1.1 102 Processing\r\n\r\n";
	}
	String body;
	CHECK_EQ(endless.status_after(interim, false, body), HTTPClient::STATUS_CONNECTION_ERROR);
	Exchange large;
	CHECK_EQ(large.status_after("HTTP/1.1 200 OK\r\nA: " + String("x").repeat(70000) + "\r\n\r\n", false, body), HTTPClient::STATUS_CONNECTION_ERROR);
}

TEST_CASE("[HTTP][Client] What a request may not hold") {
	ExpectErrors quiet;
	Exchange exchange;
	const Ref<HTTPClient> &client = exchange.client;
	CHECK_EQ(client->request(HTTPClient::METHOD_GET, "no slash", Vector<String>(), nullptr, 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->request(HTTPClient::METHOD_GET, "/a b", Vector<String>(), nullptr, 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->request(HTTPClient::METHOD_GET, "/\r\nX: y", Vector<String>(), nullptr, 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->request(HTTPClient::METHOD_GET, "/", Vector<String>({ "A: b\r\nInjected: c" }), nullptr, 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->request(HTTPClient::Method(-1), "/", Vector<String>(), nullptr, 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->get_status(), HTTPClient::STATUS_CONNECTED);
	CHECK_EQ(client->connect_to_host("127.0.0.1", 70000), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->connect_to_host("", 80), ERR_INVALID_PARAMETER);
}

TEST_CASE("[HTTP][Client] A request whose header says so is sent in chunks") {
	Exchange exchange;
	exchange.send_request(HTTPClient::METHOD_POST, Vector<String>({ "Transfer-Encoding: chunked" }), "seventeen letters");
	CHECK(exchange.request.ends_with("\r\n\r\n11\r\nseventeen letters\r\n0\r\n\r\n"));
	CHECK_FALSE(exchange.request.contains("Content-Length"));
}

TEST_CASE("[HTTP][Client] An answer that comes before the request is sent is read, and the connection is not used again") {
	Exchange exchange;
	Vector<uint8_t> large;
	large.resize(32 << 20); // More than the system buffers.
	CHECK_EQ(exchange.client->request(HTTPClient::METHOD_PUT, "/", Vector<String>(), large.ptr(), int(large.size())), OK);
	exchange.answer("HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno");
	CHECK_EQ(exchange.client->get_response_code(), 413);
	CHECK_EQ(exchange.read(), "no");
	CHECK_EQ(exchange.client->get_status(), HTTPClient::STATUS_DISCONNECTED);
}

TEST_CASE("[HTTP][URL] URLs are taken apart, and relative ones are followed") {
	HTTPUrl url;
	String error;
	CHECK_EQ(HTTPUrl::parse("https://Example.com/a b/\u017e?q=1#part", url, error), OK);
	CHECK_EQ(url.host, "example.com");
	CHECK_EQ(url.port, 443);
	CHECK_EQ(url.target, "/a%20b/%C5%BE?q=1");
	CHECK_EQ(HTTPUrl::parse("http://[::1]:8080?x", url, error), OK);
	CHECK_EQ(url.host, "::1");
	CHECK_EQ(url.port, 8080);
	CHECK_EQ(url.target, "/?x");
	for (const char *bad : { "", "example.com", "ftp://a/", "http://", "http:///x", "http://a:0/", "http://a:99999/", "http://a:b/", "http://user@a/", "http://[::1/", "http://a b/", "http://[::1]x/" }) {
		CAPTURE(bad);
		error = String();
		CHECK_EQ(HTTPUrl::parse(bad, url, error), ERR_INVALID_PARAMETER);
		CHECK_FALSE(error.is_empty());
	}
	HTTPUrl from;
	HTTPUrl::parse("https://h:1/a/b?q", from, error);
	struct {
		const char *location;
		const char *target;
	} const cases[] = { { "/x", "/x" }, { "x", "/a/x" }, { "../x?y", "/x?y" }, { "../../../x", "/x" }, { "./", "/a/" }, { "?z", "/a/b?z" }, { "", "/a/b?q" }, { "#f", "/a/b?q" }, { "/a/./b/../c", "/a/c" } };
	for (const auto &item : cases) {
		CAPTURE(item.location);
		CHECK_EQ(from.follow(item.location, url, error), OK);
		CHECK_EQ(url.target, item.target);
		CHECK(url.is_same_origin(from));
	}
	CHECK_EQ(from.follow("//other/x", url, error), OK);
	CHECK(url.secure);
	CHECK_EQ(url.host, "other");
	CHECK_EQ(from.follow("http://h:1/x", url, error), OK);
	CHECK_FALSE(url.is_same_origin(from));
	CHECK_EQ(from.follow("gopher://h/", url, error), ERR_INVALID_PARAMETER);
}

TEST_CASE("[HTTP][Body] Packed bodies are unpacked piece by piece, within limits, and bombs are found") {
	Vector<uint8_t> plain;
	plain.resize(300000);
	for (int64_t i = 0; i < plain.size(); i++) {
		plain.write[i] = uint8_t(i * i >> 8);
	}
	for (const auto &kind : { std::pair(HTTPBodySink::ENCODING_GZIP, Compression::MODE_GZIP), std::pair(HTTPBodySink::ENCODING_DEFLATE, Compression::MODE_DEFLATE) }) {
		Vector<uint8_t> packed;
		REQUIRE_EQ(Compression::compress(plain.ptr(), plain.size(), kind.second, packed), OK);
		for (int64_t piece : { int64_t(1), int64_t(1000), packed.size() }) {
			HTTPBodySink sink;
			CHECK_EQ(sink.begin(kind.first, -1, String()), OK);
			for (int64_t at = 0; at < packed.size(); at += piece) {
				REQUIRE_EQ(sink.take(packed.span().subspan(uint64_t(at), uint64_t(piece))), OK);
			}
			CHECK_EQ(sink.finish(), OK);
			CHECK_EQ(sink.take_body(), plain);
		}
		HTTPBodySink limited;
		limited.begin(kind.first, 299999, String());
		CHECK_EQ(limited.take(packed.span()), ERR_OUT_OF_MEMORY);
		HTTPBodySink cut;
		cut.begin(kind.first, -1, String());
		CHECK_EQ(cut.take(packed.span().subspan(0, 1000)), OK);
		CHECK_EQ(cut.finish(), ERR_INVALID_DATA);
		HTTPBodySink broken;
		broken.begin(kind.first, -1, String());
		CHECK_EQ(broken.take(plain.span()), ERR_INVALID_DATA);
		HTTPBodySink empty;
		empty.begin(kind.first, -1, String());
		CHECK_EQ(empty.finish(), OK);
	}
	Vector<uint8_t> zeros;
	zeros.resize(100 << 20);
	Vector<uint8_t> bomb;
	REQUIRE_EQ(Compression::compress(zeros.ptr(), zeros.size(), Compression::MODE_GZIP, bomb), OK);
	HTTPBodySink sink;
	sink.begin(HTTPBodySink::ENCODING_GZIP, -1, String());
	CHECK_EQ(sink.take(bomb.span()), ERR_INVALID_DATA);
	HTTPBodySink padded;
	padded.begin(HTTPBodySink::ENCODING_GZIP, -1, String());
	Vector<uint8_t> small;
	Compression::compress(plain.ptr(), 10, Compression::MODE_GZIP, small);
	CHECK_EQ(padded.take(small.span()), OK);
	CHECK_EQ(padded.take(small.span()), OK); // Streams may follow each other,
	CHECK_EQ(padded.take(Span<uint8_t>(reinterpret_cast<const uint8_t *>("\0\0\0\0"), 4)), OK); // and padding them.
	CHECK_EQ(padded.finish(), OK);
	CHECK_EQ(padded.take_body().size(), 20);
}

TEST_CASE("[HTTP][Body] A file changes when the body is whole, and not before") {
	const String path = OS::get_singleton()->get_temp_dir().path_join("estragon_http_body_" + itos(OS::get_singleton()->get_process_id()));
	FileAccess::save_text(path, "old");
	const uint8_t bytes[] = { 'n', 'e', 'w' };
	{
		HTTPBodySink cancelled;
		CHECK_EQ(cancelled.begin(HTTPBodySink::ENCODING_NONE, -1, path), OK);
		CHECK_EQ(cancelled.take(bytes), OK);
	}
	CHECK_EQ(FileAccess::get_file_as_string(path), "old");
	HTTPBodySink sink;
	CHECK_EQ(sink.begin(HTTPBodySink::ENCODING_NONE, -1, path), OK);
	CHECK_EQ(sink.take(bytes), OK);
	CHECK_EQ(sink.finish(), OK);
	CHECK_EQ(FileAccess::get_file_as_string(path), "new");
	CHECK_EQ(sink.begin(HTTPBodySink::ENCODING_NONE, -1, path + "/below/it"), ERR_FILE_CANT_OPEN);
	::remove(path.utf8().get_data());
}
