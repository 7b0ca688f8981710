// WebSocketPeer as scripts use it, against servers and clients that say what the test says.
#pragma once

#include "core/io/network_turn.h"
#include "core/io/uds_server.h"
#include "core/object/callable_method_pointer.h"
#include "core/os/os.h"
#include "modules/websocket/tests/ws_test_origin.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "modules/websocket/transport/ws_proxy.h"
#include "modules/websocket/transport/ws_redirects.h"
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

TEST_CASE("[WebSocket][WebSocketPeer] Answers to a batch of messages leave in one write, and none stays behind") {
	Pair pair;
	REQUIRE(pair.open());
	const auto ask = [&](int p_count) {
		const int unread = pair.accepted->get_available_packet_count();
		for (int i = 0; i < p_count; i++) {
			pair.client->send_text(itos(i));
		}
		REQUIRE(wait_until([&]() { pair.step(); }, [&]() { return pair.accepted->get_available_packet_count() == unread + p_count; }));
	};
	const auto answer = [&]() {
		Vector<uint8_t> packet;
		REQUIRE_EQ(pair.accepted->get_packet_buffer(packet), OK);
		REQUIRE_EQ(pair.accepted->put_packet_buffer(packet), OK);
	};
	const auto gets = [&](int p_count) {
		return wait_until([&]() { pair.client->poll(); }, [&]() { return pair.client->get_available_packet_count() == p_count; });
	};
	ask(16);
	const uint64_t calls = NetSocket::get_traffic().calls;
	while (pair.accepted->get_available_packet_count() > 0) {
		answer();
	}
	CHECK_EQ(NetSocket::get_traffic().calls, calls + 1);
	CHECK(gets(16));

	// Read half: what has been said leaves when anybody else is looked at, ...
	ask(2);
	answer();
	CHECK(gets(17));
	// ... in the next network turn, ...
	ask(2);
	answer();
	NetworkTurn::run();
	CHECK_EQ(pair.accepted->get_current_outbound_buffered_amount(), 0);
	CHECK(gets(18));
	// ... and before the end.
	answer();
	pair.accepted->close();
	CHECK(gets(19));
	pair.accepted.unref();
	CHECK(wait_until([&]() { pair.client->poll(); }, [&]() { return pair.client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_EQ(pair.client->get_close_code(), 1000);
}

TEST_CASE("[WebSocket][WebSocketPeer] Gathering answers takes no room from the outbound limit") {
	Pair pair;
	REQUIRE(pair.open());
	pair.accepted->set_outbound_buffer_size(1000);
	for (int i = 0; i < 20; i++) {
		pair.client->send_text("x");
	}
	REQUIRE(wait_until([&]() { pair.step(); }, [&]() { return pair.accepted->get_available_packet_count() == 20; }));
	Vector<uint8_t> packet;
	for (int i = 0; i < 20; i++) {
		pair.accepted->get_packet_buffer(packet);
		CHECK_EQ(pair.accepted->send_text(String("y").repeat(900)), OK);
	}
	CHECK(wait_until([&]() { pair.step(); }, [&]() { return pair.client->get_available_packet_count() == 20; }));
}

// --- On the way to the server.

inline std::string redirect(int p_status, const String &p_location, const std::string &p_more = "") {
	return "HTTP/1.1 " + std::to_string(p_status) + " Moved\r\nLocation: " + p_location.utf8().get_data() + "\r\n" + p_more + "Content-Length: 0\r\n\r\n";
}

TEST_CASE("[WebSocket][WebSocketPeer] Redirects are followed where that is wanted, with the cookies of the same site") {
	for (int status : { 301, 302, 303, 307, 308 }) {
		Origin origin;
		REQUIRE(origin.listen());
		origin.answers = {
			redirect(status, "/second?x", "Set-Cookie: a=1\r\nSet-Cookie: b=2; Path=/other\r\nSet-Cookie: c=3; Secure\r\n"),
			redirect(status, String("http://127.0.0.1:") + itos(origin.get_port()) + "/third", "Set-Cookie: a=4\r\n"),
			accepting(),
		};
		Ref<WebSocketPeer> peer = make_peer();
		peer->set_max_redirects(2);
		peer->set_handshake_headers({ "Cookie: own=0", "Authorization: mine" });
		REQUIRE_EQ(peer->connect_to_url(origin.get_url("/first")), OK);
		REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_OPEN));
		REQUIRE_EQ(origin.requests.size(), 3u);
		CHECK_EQ(origin.requests[2].substr(0, 11), "GET /third ");
		CHECK_EQ(origin.get_header(1, "Cookie"), "own=0; a=1");
		CHECK_EQ(origin.get_header(2, "Cookie"), "own=0; a=4");
		CHECK_EQ(origin.get_header(2, "Authorization"), "mine");
		CHECK_EQ(peer->get_requested_url(), origin.get_url("/first"));
	}
}

TEST_CASE("[WebSocket][WebSocketPeer] Another host gets neither cookies nor credentials") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { redirect(302, String("ws://localhost:") + itos(origin.get_port()) + "/x", "Set-Cookie: a=1\r\n"), accepting() };
	Ref<WebSocketPeer> peer = make_peer();
	peer->set_max_redirects(1);
	peer->set_handshake_headers({ "Cookie: own=0", "authorization: mine", "Host: virtual", "X-Other: kept" });
	REQUIRE_EQ(peer->connect_to_url(origin.get_url()), OK);
	REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_OPEN));
	CHECK_EQ(origin.get_header(0, "Host"), "virtual");
	CHECK_EQ(origin.get_header(1, "Host"), "localhost:" + std::to_string(origin.get_port()));
	CHECK_EQ(origin.get_header(1, "Cookie"), "(none)");
	CHECK_EQ(origin.get_header(1, "authorization"), "(none)");
	CHECK_EQ(origin.get_header(1, "X-Other"), "kept");
}

TEST_CASE("[WebSocket][WebSocketPeer] Redirects without an end, a goal or leave are refused") {
	Origin origin;
	REQUIRE(origin.listen());
	const auto fails = [&](const std::vector<std::string> &p_answers, int p_limit, WebSocketPeer::ConnectionError p_error, const char *p_word) {
		origin.requests.clear();
		origin.answers = p_answers;
		Ref<WebSocketPeer> peer = make_peer();
		peer->set_max_redirects(p_limit);
		REQUIRE_EQ(peer->connect_to_url(origin.get_url()), OK);
		REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_CLOSED));
		CHECK_EQ(peer->get_connection_error(), p_error);
		CHECK(peer->get_connection_error_message().contains(p_word));
	};
	fails({ redirect(301, "/again"), redirect(301, "/again"), redirect(301, "/again") }, 2, WebSocketPeer::CONNECTION_ERROR_REDIRECT, "max_redirects");
	fails({ redirect(301, "/again") }, 0, WebSocketPeer::CONNECTION_ERROR_HTTP_STATUS, "max_redirects");
	fails({ "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n" }, 2, WebSocketPeer::CONNECTION_ERROR_REDIRECT, "where");
	fails({ redirect(302, "ws+unix:///run/x.sock") }, 2, WebSocketPeer::CONNECTION_ERROR_REDIRECT, "Unix");
	fails({ redirect(302, "ws://127.0.0.1:1/") }, 2, WebSocketPeer::CONNECTION_ERROR_CONNECT, "127.0.0.1");

	WSUrl secure;
	WSUrl next;
	String error;
	REQUIRE_EQ(WSUrl::parse("wss://h/", secure, error), OK);
	CHECK(WSRedirects(secure).follow(secure, { "Location: ws://h/" }, next));
	CHECK_FALSE(WSRedirects(secure).follow(secure, { "location: https://h/" }, next));
}

TEST_CASE("[WebSocket][WebSocketPeer] A URL's user goes into the request and nowhere else") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { accepting() };
	Ref<WebSocketPeer> peer = make_peer();
	REQUIRE_EQ(peer->connect_to_url("ws://Aladdin:open%20sesame@127.0.0.1:" + itos(origin.get_port()) + "/x"), OK);
	REQUIRE(origin.wait_for(peer, WebSocketPeer::STATE_OPEN));
	CHECK_EQ(origin.get_header(0, "Authorization"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
	CHECK_EQ(origin.get_header(0, "Host"), "127.0.0.1:" + std::to_string(origin.get_port()));
	CHECK_EQ(peer->get_requested_url(), origin.get_url("/x"));
}

TEST_CASE("[WebSocket][WebSocketPeer] Through a proxy: CONNECT, its refusals, and what is behind it") {
	Origin proxy;
	REQUIRE(proxy.listen());
	const String setting = "http://me:secret@127.0.0.1:" + itos(proxy.get_port());
	const auto connect = [&](const std::vector<std::string> &p_answers, WebSocketPeer::State p_state) {
		proxy.requests.clear();
		proxy.answers = p_answers;
		Ref<WebSocketPeer> peer = make_peer();
		peer->set_proxy(setting);
		REQUIRE_EQ(peer->connect_to_url("ws://far.example/room"), OK);
		REQUIRE(proxy.wait_for(peer, p_state));
		return peer;
	};
	Ref<WebSocketPeer> peer = connect({ "HTTP/1.1 200 Connection established\r\n\r\n", accepting() + frame(0x81, "hi", false) }, WebSocketPeer::STATE_OPEN);
	CHECK_EQ(proxy.requests[0].substr(0, proxy.requests[0].find("\r\n")), "CONNECT far.example:80 HTTP/1.1");
	CHECK_EQ(proxy.get_header(0, "Proxy-Authorization"), "Basic bWU6c2VjcmV0");
	CHECK_EQ(proxy.requests[1].substr(0, 10), "GET /room ");
	CHECK_EQ(proxy.get_header(1, "Host"), "far.example");
	CHECK_EQ(proxy.get_header(1, "Proxy-Authorization"), "(none)");
	CHECK(wait_until([&]() { proxy.step(); peer->poll(); }, [&]() { return peer->get_available_packet_count() == 1; }));

	for (const char *answer : { "HTTP/1.1 407 No\r\n\r\n", "HTTP/1.1 403 Forbidden\r\n\r\n", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nmore" }) {
		peer = connect({ answer }, WebSocketPeer::STATE_CLOSED);
		CHECK_EQ(peer->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_PROXY);
		CHECK(peer->get_connection_error_message().contains("127.0.0.1"));
		CHECK_FALSE(peer->get_connection_error_message().contains("secret"));
	}
	peer->set_proxy("http://127.0.0.1:1");
	REQUIRE_EQ(peer->connect_to_url("ws://far.example/"), OK);
	REQUIRE(proxy.wait_for(peer, WebSocketPeer::STATE_CLOSED));
	CHECK_EQ(peer->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_PROXY);
	ExpectErrors quiet;
	peer->set_proxy("https://127.0.0.1");
	CHECK_EQ(peer->get_proxy(), "http://127.0.0.1:1");
}

TEST_CASE("[WebSocket][WebSocketPeer] The environment's proxy is taken when that is wanted") {
	const char *const names[] = { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY" };
	std::vector<String> before;
	for (const char *name : names) {
		before.push_back(OS::get_singleton()->get_environment(name));
		OS::get_singleton()->unset_environment(name);
	}
	WSUrl target;
	WSUrl proxy;
	String error;
	const auto choose = [&](const String &p_url) {
		REQUIRE_EQ(WSUrl::parse(p_url, target, error), OK);
		REQUIRE_EQ(WSProxy::choose("environment", target, proxy, error), OK);
		return proxy.host;
	};
	CHECK_EQ(choose("ws://far.example"), "");
	OS::get_singleton()->set_environment("ALL_PROXY", "http://every:1");
	CHECK_EQ(choose("ws://far.example"), "every");
	OS::get_singleton()->set_environment("http_proxy", "own:2");
	CHECK_EQ(choose("ws://far.example"), "own");
	OS::get_singleton()->set_environment("NO_PROXY", "far.example");
	CHECK_EQ(choose("ws://far.example"), "");
	CHECK_EQ(choose("ws://farther.example"), "own");
	CHECK_EQ(choose("ws://localhost"), "");
	CHECK_EQ(choose("ws+unix:/run/x"), "");
	for (size_t i = 0; i < before.size(); i++) {
		OS::get_singleton()->unset_environment(names[i]);
		if (!before[i].is_empty()) {
			OS::get_singleton()->set_environment(names[i], before[i]);
		}
	}
}

TEST_CASE("[WebSocket][WebSocketPeer] Over a Unix socket, at either end") {
	const String path = "/tmp/estragon_ws_" + itos(OS::get_singleton()->get_process_id()) + ".sock";
	Ref<UDSServer> listener;
	listener.instantiate();
	REQUIRE_EQ(listener->listen(path), OK);
	Ref<WebSocketPeer> client = make_peer();
	Ref<WebSocketPeer> accepted = make_peer();
	REQUIRE_EQ(client->connect_to_url("ws+unix:" + path + ":/room"), OK);
	const auto step = [&]() {
		client->poll();
		if (listener->is_connection_available()) {
			accepted->accept_stream(listener->take_connection());
		}
		accepted->poll();
	};
	REQUIRE(wait_until(step, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_OPEN && accepted->get_ready_state() == WebSocketPeer::STATE_OPEN; }));
	CHECK_EQ(accepted->get_requested_url(), "ws://localhost/room");
	client->send_text("there");
	accepted->send_text("and back");
	REQUIRE(wait_until(step, [&]() { return client->get_available_packet_count() == 1 && accepted->get_available_packet_count() == 1; }));
	client->close();
	REQUIRE(wait_until(step, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_CLOSED && accepted->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_EQ(accepted->get_close_code(), 1000);
	listener->stop();
	REQUIRE_EQ(client->connect_to_url("ws+unix:" + path + ".none"), OK);
	REQUIRE(wait_until(step, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_EQ(client->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_CONNECT);
}

TEST_CASE("[WebSocket][WebSocketPeer] An IPv6 address with a zone is an address") {
	Ref<TCPServer> listener;
	listener.instantiate();
	if (listener->listen(0, "::1") != OK) {
		MESSAGE("This machine has no IPv6.");
		return;
	}
	Ref<WebSocketPeer> client = make_peer();
	REQUIRE_EQ(client->connect_to_url("ws://[::1%251]:" + itos(listener->get_local_port())), OK);
	CHECK(wait_until([&]() { client->poll(); }, [&]() { return listener->is_connection_available() || client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_EQ(client->get_connection_error_message(), "");
	client->close(-1);
	REQUIRE_EQ(client->connect_to_url("ws://[fe80::1:2:3%25lo]:1"), OK); // A zone's name; nobody is there.
	CHECK(wait_until([&]() { client->poll(); }, [&]() { return client->get_connected_host() != "" || client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK(client->get_connection_error() != WebSocketPeer::CONNECTION_ERROR_RESOLVE);
}

} // namespace TestWSPeer
