// WebSocketPeer as scripts use it, against servers and clients that say what the test says.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "modules/websocket/tests/ws_test_origin.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSPeer {

using namespace WSTest;

// A server-side peer whose client is a WebSocketPeer, too.
struct Pair {
	Ref<TCPServer> listener;
	Ref<WebSocketPeer> client = make_peer();
	Ref<WebSocketPeer> accepted = make_peer();

	bool open(const String &p_target = "/") {
		listener.instantiate();
		if (listener->listen(0, "127.0.0.1") != OK || client->connect_to_url("ws://127.0.0.1:" + itos(listener->get_local_port()) + p_target) != OK) {
			return false;
		}
		return wait_until([&]() { step(); }, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_OPEN && accepted->get_ready_state() == WebSocketPeer::STATE_OPEN; });
	}
	void step() {
		client->poll();
		if (listener->is_connection_available()) {
			accepted->accept_stream(listener->take_connection());
		}
		accepted->poll();
	}
};

TEST_CASE("[WebSocket][WebSocketPeer] Both sides can read the other's handshake, and the cookies in it") {
	Pair pair;
	pair.client->set_handshake_headers({ "X-Room: 7", "Cookie: sid=abc; theme=dark" });
	pair.accepted->set_handshake_headers({ "Set-Cookie: sid=def; Path=/", "X-Server: mine" });
	REQUIRE(pair.open("/chat?x=1"));
	const Vector<String> request = pair.accepted->get_handshake_request_headers();
	CHECK(request.has("X-Room: 7"));
	CHECK_EQ(pair.accepted->get_handshake_response_headers().size(), 0);
	CHECK_EQ(pair.accepted->get_requested_url(), "ws://127.0.0.1:" + itos(pair.listener->get_local_port()) + "/chat?x=1");
	const Dictionary sent = pair.accepted->get_handshake_cookies();
	CHECK_EQ(sent.size(), 2);
	CHECK_EQ(String(sent["theme"]), "dark");
	CHECK(pair.client->get_handshake_response_headers().has("X-Server: mine"));
	CHECK_EQ(pair.client->get_handshake_response_code(), 101);
	CHECK_EQ(pair.client->get_connection_error_message(), "");
	CHECK_EQ(String(pair.client->get_handshake_cookies()["sid"]), "def");
}

TEST_CASE("[WebSocket][WebSocketPeer] Blanks around the names of sub-protocols do not count") {
	Pair pair;
	pair.client->set_supported_protocols({ " chat ", "other" });
	pair.accepted->set_supported_protocols({ "\tchat" });
	REQUIRE(pair.open());
	CHECK_EQ(pair.client->get_selected_protocol(), "chat");
	CHECK_EQ(pair.accepted->get_selected_protocol(), "chat");
}

TEST_CASE("[WebSocket][WebSocketPeer] A refusal is told with status, headers and a sentence, and the peer is closed at once") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { "HTTP/1.1 403 Forbidden\r\nX-Why: full\r\nContent-Length: 0\r\n\r\n" };
	Ref<WebSocketPeer> peer = make_peer();
	REQUIRE_EQ(peer->connect_to_url(origin.get_url()), OK);
	REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_CLOSED));
	CHECK_EQ(peer->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_HTTP_STATUS);
	CHECK_EQ(peer->get_handshake_response_code(), 403);
	CHECK(peer->get_handshake_response_headers().has("X-Why: full"));
	CHECK(peer->get_connection_error_message().contains("403"));

	// The server's side of the same: what it refuses is closed in the poll that read the request.
	Ref<TCPServer> listener;
	listener.instantiate();
	REQUIRE_EQ(listener->listen(0, "127.0.0.1"), OK);
	Ref<StreamPeerTCP> raw;
	raw.instantiate();
	raw->connect_to_host("127.0.0.1", listener->get_local_port());
	REQUIRE(wait_until([&]() { raw->poll(); }, [&]() { return raw->get_status() == StreamPeerTCP::STATUS_CONNECTED && listener->is_connection_available(); }));
	raw->put_data(reinterpret_cast<const uint8_t *>("GET /x\r\n\r\n"), 10);
	Ref<WebSocketPeer> accepted = make_peer();
	REQUIRE_EQ(accepted->accept_stream(listener->take_connection()), OK);
	REQUIRE(wait_until([]() {}, [&]() { accepted->poll(); return accepted->get_ready_state() != WebSocketPeer::STATE_CONNECTING; }));
	CHECK_EQ(accepted->get_ready_state(), WebSocketPeer::STATE_CLOSED);
	CHECK_EQ(accepted->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_HANDSHAKE);
	CHECK_EQ(accepted->get_handshake_response_code(), 400);
}

TEST_CASE("[WebSocket][WebSocketPeer] handshake_timeout is for everything together, and may change meanwhile") {
	Origin origin; // Says nothing.
	REQUIRE(origin.listen());
	Ref<WebSocketPeer> peer = make_peer();
	peer->set_handshake_timeout(1000.0);
	REQUIRE_EQ(peer->connect_to_url(origin.get_url()), OK);
	REQUIRE(wait_until([&]() { origin.step(); peer->poll(); }, [&]() { return origin.requests.size() == 1; }));
	CHECK_EQ(peer->get_ready_state(), WebSocketPeer::STATE_CONNECTING);
	peer->set_handshake_timeout(0.01);
	REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_CLOSED));
	CHECK_EQ(peer->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_TIMEOUT);
}

TEST_CASE("[WebSocket][WebSocketPeer] A ping measures; without a connection it fails") {
	Pair pair;
	CHECK_EQ(pair.client->ping(), FAILED);
	CHECK_EQ(pair.client->get_latency_msec(), -1);
	REQUIRE(pair.open());
	CHECK_EQ(pair.client->ping(), OK);
	CHECK(wait_until([&]() { pair.step(); }, [&]() { return pair.client->get_latency_msec() >= 0; }));
	CHECK_EQ(pair.accepted->get_latency_msec(), -1);
}

inline int drained_count = 0;
inline void on_drained() {
	drained_count++;
}

TEST_CASE("[WebSocket][WebSocketPeer] drained comes when what the network did not take has left") {
	Pair pair;
	REQUIRE(pair.open());
	drained_count = 0;
	pair.client->connect("drained", callable_mp_static(&on_drained));
	pair.client->send_text("small");
	for (int i = 0; i < 20; i++) {
		pair.step();
	}
	CHECK_EQ(drained_count, 0);
	pair.client->set_outbound_buffer_size(64 * 1024 * 1024);
	pair.accepted->set_inbound_buffer_size(1 << 20);
	Vector<uint8_t> block;
	block.resize(1 << 20);
	for (int i = 0; i < 32; i++) {
		REQUIRE_EQ(pair.client->put_packet_buffer(block), OK);
	}
	CHECK(pair.client->get_current_outbound_buffered_amount() > 0);
	Vector<uint8_t> received;
	CHECK(wait_until([&]() { pair.step(); pair.accepted->get_packet_buffer(received); }, [&]() { return drained_count > 0; }));
	CHECK_EQ(pair.client->get_current_outbound_buffered_amount(), 0);
	CHECK_EQ(drained_count, 1);
}

} // namespace TestWSPeer
