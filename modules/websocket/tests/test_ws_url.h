// WebSocket URLs and the queue of packets.
#pragma once

#include "modules/websocket/link/ws_packet_queue.h"
#include "modules/websocket/transport/ws_url.h"
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
	for (const char *url : { "", "ws://", "http://127.0.0.1", "ftp://127.0.0.1/", "ws:127.0.0.1", "ws://127.0.0.1:99999", "ws://h:0", "ws://h:", "ws://h:1x", "ws://user@h", "ws://a b/", "ws://[::1", "ws://[::1]x" }) {
		CHECK_EQ(parse(url), "refused");
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
