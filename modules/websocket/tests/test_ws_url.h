// WebSocket URLs and the queue of packets.
#pragma once

#include "modules/websocket/link/ws_packet_queue.h"
#include "modules/websocket/transport/ws_proxy.h"
#include "tests/test_macros.h"

namespace TestWSUrl {

inline String parse(const String &p_url) {
	WSUrl url;
	String error;
	if (WSUrl::parse(p_url, url, error) != OK) {
		CHECK_FALSE(error.is_empty());
		return "refused";
	}
	return String(url.secure ? "wss " : "ws ") + url.host + " " + itos(url.port) + " " + url.target + " " + url.get_host_header();
}

TEST_CASE("[WebSocket][URL] Scheme, host, port and target are told apart") {
	CHECK_EQ(parse("ws://example.com"), "ws example.com 80 / example.com");
	CHECK_EQ(parse("wss://example.com/a/b?c=d#e"), "wss example.com 443 /a/b?c=d example.com");
	CHECK_EQ(parse("WS://example.com:9080?x"), "ws example.com 9080 /?x example.com:9080");
	CHECK_EQ(parse("127.0.0.1:9080"), "ws 127.0.0.1 9080 / 127.0.0.1:9080");
	CHECK_EQ(parse("ws://[2001:db8::1]:81/"), "ws 2001:db8::1 81 / [2001:db8::1]:81");
	CHECK_EQ(parse("ws://h/a b\r\n"), "ws h 80 /a%20b h");
	CHECK_EQ(parse("ws://h/a\r\nX: y"), "ws h 80 /a%0D%0AX:%20y h");
	CHECK_EQ(parse(U"ws://h/\u00FC"), "ws h 80 /%C3%BC h");
}

TEST_CASE("[WebSocket][URL] What is no WebSocket URL is refused with a reason") {
	for (const char *url : { "", "ws://", "http://127.0.0.1", "ftp://127.0.0.1/", "ws:127.0.0.1", "ws://127.0.0.1:99999", "ws://h:0", "ws://h:", "ws://h:1x", "ws://user@", "ws://us:er@:80", "ws://a b/", "ws://a%41/", "ws+unix:", "ws+unix://relative.sock", "ws://[fe80::1%25e 0]/", "ws://[::1", "ws://[::1]x" }) {
		CHECK_EQ(parse(url), "refused");
	}
}

TEST_CASE("[WebSocket][URL] User, zone and Unix socket") {
	WSUrl url;
	String error;
	REQUIRE_EQ(WSUrl::parse("wss://us%40er:p%3Aw@host:81/x", url, error), OK);
	CHECK_EQ(url.credentials, "us@er:p:w");
	CHECK_EQ(url.get_host_header(), "host:81");
	REQUIRE_EQ(WSUrl::parse("ws://Aladdin:open%20sesame@h", url, error), OK);
	CHECK_EQ(url.get_authorization(), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="); // RFC 7617 §2.
	REQUIRE_EQ(WSUrl::parse("ws://onlyname@h", url, error), OK);
	CHECK_EQ(url.credentials, "onlyname:");
	CHECK_EQ(parse("ws://[fe80::1%25lo]:81/x"), "ws fe80::1%lo 81 /x [fe80::1]:81");
	CHECK_EQ(parse("ws://[fe80::1%2]/"), "ws fe80::1%2 80 / [fe80::1]");
	for (const char *text : { "ws+unix:///run/a b.sock:/room?x", "ws+unix:/run/a%20b.sock:/room?x", "WS+UNIX:///run/a b.sock:room?x" }) {
		REQUIRE_EQ(WSUrl::parse(text, url, error), OK);
		CHECK_EQ(url.socket_path, "/run/a b.sock");
		CHECK_EQ(url.target, "/room?x");
		CHECK_EQ(url.get_host_header(), "localhost");
	}
	CHECK_EQ(WSUrl::parse("ws://me:secret@h:0/", url, error), ERR_INVALID_PARAMETER);
	CHECK_FALSE(error.contains("secret"));
	CHECK_EQ(WSUrl::without_credentials("ws://me:secret@h/@x"), "ws://h/@x");
	CHECK_EQ(WSUrl::without_credentials("ws://h/@x"), "ws://h/@x");
}

inline String follow(const String &p_from, const String &p_location) {
	WSUrl url;
	WSUrl next;
	String error;
	REQUIRE_EQ(WSUrl::parse(p_from, url, error), OK);
	if (url.follow(p_location, next, error) != OK) {
		return "refused";
	}
	return String(next.secure ? "wss " : "ws ") + next.get_authority(true) + " " + next.target;
}

TEST_CASE("[WebSocket][URL] A location is read from where it was found") {
	CHECK_EQ(follow("ws://h/a/b?c", "https://i/x"), "wss i:443 /x");
	CHECK_EQ(follow("ws://h/a/b?c", "http://i:8/x"), "ws i:8 /x");
	CHECK_EQ(follow("ws://h/a/b?c", "ws://i"), "ws i:80 /");
	CHECK_EQ(follow("wss://h:9/a/b?c", "/x y"), "wss h:9 /x%20y");
	CHECK_EQ(follow("ws://h/a/b?c", "x"), "ws h:80 /a/x");
	CHECK_EQ(follow("ws://h/a/b?c", "?d"), "ws h:80 /a/b?d");
	CHECK_EQ(follow("wss://h/a", "//i/x"), "wss i:443 /x");
	CHECK_EQ(follow("ws://h/a", "/x?u=http://y"), "ws h:80 /x?u=http://y");
	CHECK_EQ(follow("ws://h/a", "ftp://i/"), "refused");
}

TEST_CASE("[WebSocket][URL] Proxies and who is exempt from them") {
	WSUrl proxy;
	String error;
	REQUIRE_EQ(WSUrl::parse_proxy("http://u:p@proxy", proxy, error), OK);
	CHECK_EQ(proxy.host, "proxy");
	CHECK_EQ(proxy.port, 8080);
	CHECK_EQ(proxy.credentials, "u:p");
	for (const char *none : { "proxy:3128", "https://proxy", "socks5://proxy", "http://proxy/path", "http://" }) {
		CHECK_EQ(WSProxy::check(none, error), ERR_INVALID_PARAMETER);
	}
	CHECK_EQ(WSProxy::check("environment", error), OK);
	CHECK_EQ(WSProxy::check("", error), OK);
	for (const char *list : { "*", "a.b", "x, a.b", ".a.b", "*.a.b", "b", "a.b:80", "A.B" }) {
		CHECK(WSProxy::is_exempt("a.b", list));
		CHECK(WSProxy::is_exempt("www.a.b", list));
	}
	CHECK(WSProxy::is_exempt("2001:db8::1", "x [2001:db8::1]:80"));
	CHECK(WSProxy::is_exempt("10.0.0.1", "10.0.0.1"));
	for (const char *list : { "", "ab", "xa.b", "www.a.b", "c", "," }) {
		CHECK_FALSE(WSProxy::is_exempt("a.b", list));
	}
}

TEST_CASE("[WebSocket][Queue] Packets come out in order, also across growth and wrap-around") {
	WSPacketQueue queue;
	uint8_t next_in = 0;
	uint8_t next_out = 0;
	for (int round = 0; round < 40; round++) {
		for (int i = 0; i < 7; i++) {
			queue.push(Vector<uint8_t>{ next_in }, next_in % 2 == 0);
			next_in++;
		}
		for (int i = 0; i < (round < 20 ? 3 : 11) && queue.get_count() > 0; i++) {
			const WSPacketQueue::Packet packet = queue.pop();
			CHECK_EQ(packet.data[0], next_out);
			CHECK_EQ(packet.is_text, next_out % 2 == 0);
			next_out++;
		}
	}
	CHECK_EQ(queue.get_count(), int(uint8_t(next_in - next_out)));
	CHECK_EQ(queue.get_bytes(), queue.get_count());
}

} // namespace TestWSUrl
