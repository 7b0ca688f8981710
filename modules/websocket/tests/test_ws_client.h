// WebSocketClient: its signals in order, what handlers may do, and connections that are made again.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "modules/websocket/tests/ws_test_origin.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "modules/websocket/websocket_client.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

namespace TestWSClient {

using namespace WSTest;
using Strings = std::vector<std::string>;

inline Strings heard;
inline WebSocketClient *client_of_handlers = nullptr;
inline void (*at_every_signal)(const std::string &p_what) = nullptr;

inline void hear(const std::string &p_what) {
	heard.push_back(p_what);
	if (at_every_signal) {
		at_every_signal(p_what);
	}
}
inline std::string to_std(const String &p_text) {
	return p_text.utf8().get_data();
}
inline void on_established(const String &p_protocol) {
	hear("established [" + to_std(p_protocol) + "]");
}
inline void on_closed(bool p_clean) {
	hear(p_clean ? "closed clean" : "closed");
}
inline void on_error() {
	hear("error");
}
inline void on_data() {
	Vector<uint8_t> packet;
	client_of_handlers->get_peer(1)->get_packet_buffer(packet);
	hear("data " + text_of(packet.span()));
}
inline void on_close_request(int64_t p_code, const String &p_reason) {
	hear("close request " + std::to_string(p_code) + " " + to_std(p_reason));
}
inline void on_reconnecting(int64_t p_attempt, double p_delay) {
	hear("reconnecting " + std::to_string(p_attempt));
}
inline void on_peer_connected(int64_t p_id) {
	hear("peer connected " + std::to_string(p_id));
}
inline void on_peer_disconnected(int64_t p_id) {
	hear("peer disconnected " + std::to_string(p_id));
}

inline Ref<WebSocketClient> make_client() {
	heard.clear();
	at_every_signal = nullptr;
	Ref<WebSocketClient> client;
	client.instantiate();
	client_of_handlers = client.ptr();
	client->connect("connection_established", callable_mp_static(&on_established));
	client->connect("connection_closed", callable_mp_static(&on_closed));
	client->connect("connection_error", callable_mp_static(&on_error));
	client->connect("data_received", callable_mp_static(&on_data));
	client->connect("server_close_request", callable_mp_static(&on_close_request));
	client->connect("reconnecting", callable_mp_static(&on_reconnecting));
	client->connect("peer_connected", callable_mp_static(&on_peer_connected));
	client->connect("peer_disconnected", callable_mp_static(&on_peer_disconnected));
	return client;
}

template <typename Done>
bool until(Origin &p_origin, const Ref<WebSocketClient> &p_client, Done p_done) {
	return wait_until([&]() { p_origin.step(); p_client->poll(); }, p_done);
}

TEST_CASE("[WebSocket][WebSocketClient] A connection's life is told by signals") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { accepting("Sec-WebSocket-Protocol: chat\r\n") + frame(0x81, "one", false) + frame(0x81, "two", false) + close_frame(4001, "bye", false) };
	Ref<WebSocketClient> client = make_client();
	REQUIRE_EQ(client->connect_to_url(origin.get_url(), { "chat" }, false, { "X-Token: 7" }), OK);
	CHECK_EQ(client->get_connection_status(), MultiplayerPeer::CONNECTION_CONNECTING);
	REQUIRE(until(origin, client, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK(heard == Strings{ "established [chat]", "data one", "data two", "close request 4001 bye", "closed clean" });
	CHECK_EQ(origin.get_header(0, "X-Token"), "7");
	CHECK_EQ(client->get_peer(1)->get_close_code(), 4001);
}

TEST_CASE("[WebSocket][WebSocketClient] What cannot be reached is an error, and the peer says why") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n" };
	Ref<WebSocketClient> client = make_client();
	client->set_auto_reconnect(true); // A page that is not there will not come.
	REQUIRE_EQ(client->connect_to_url(origin.get_url()), OK);
	REQUIRE(until(origin, client, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK(heard == Strings{ "error" });
	CHECK_EQ(client->get_peer(1)->get_handshake_response_code(), 404);
	ExpectErrors quiet;
	CHECK_EQ(client->connect_to_url("http://x"), ERR_INVALID_PARAMETER);
	CHECK_EQ(client->get_connection_status(), MultiplayerPeer::CONNECTION_DISCONNECTED);
}

TEST_CASE("[WebSocket][WebSocketClient] A lost connection is made again, until this side parts") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { accepting(), "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", accepting() + close_frame(1001, "", false), accepting() };
	Ref<WebSocketClient> client = make_client();
	client->set_auto_reconnect(true);
	client->set_reconnect_delay(0.001);
	client->set_reconnect_max_delay(0.002);
	REQUIRE_EQ(client->connect_to_url(origin.get_url()), OK);
	REQUIRE(until(origin, client, []() { return heard.size() == 1; }));
	origin.hang_up();
	REQUIRE(until(origin, client, []() { return heard.size() == 10; }));
	CHECK(heard == Strings{ "established []", "closed", "reconnecting 1", "error", "reconnecting 2", "established []", "close request 1001 ", "closed clean", "reconnecting 1", "established []" });
	heard.clear();
	client->disconnect_from_host(1000, "enough");
	REQUIRE(wait_until([&]() { origin.step(); client->poll(); }, [&]() { return origin.received.size() >= 14; }));
	origin.send(close_frame(1000, "enough", false));
	REQUIRE(until(origin, client, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK(heard == Strings{ "closed clean" });
}

TEST_CASE("[WebSocket][WebSocketClient] Reconnecting ends with its attempts, and when it is told to") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = Strings(9, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
	Ref<WebSocketClient> client = make_client();
	client->set_auto_reconnect(true);
	client->set_reconnect_delay(0.001);
	client->set_reconnect_max_attempts(2);
	REQUIRE_EQ(client->connect_to_url(origin.get_url()), OK);
	REQUIRE(until(origin, client, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK(heard == Strings{ "error", "reconnecting 1", "error", "reconnecting 2", "error" });

	heard.clear();
	at_every_signal = [](const std::string &p_what) {
		if (p_what == "reconnecting 1") {
			client_of_handlers->disconnect_from_host();
		}
	};
	REQUIRE_EQ(client->connect_to_url(origin.get_url()), OK);
	REQUIRE(until(origin, client, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK(heard == Strings{ "error", "reconnecting 1" });
}

TEST_CASE("[WebSocket][WebSocketClient] A handler may begin the next connection, and a handler's poll does nothing") {
	Origin origin;
	REQUIRE(origin.listen());
	origin.answers = { accepting() + frame(0x81, "one", false) + frame(0x81, "two", false), accepting() };
	Ref<WebSocketClient> client = make_client();
	static String url;
	url = origin.get_url();
	at_every_signal = [](const std::string &p_what) {
		client_of_handlers->poll();
		if (p_what == "data one") {
			client_of_handlers->close();
			client_of_handlers->connect_to_url(url);
		}
	};
	REQUIRE_EQ(client->connect_to_url(url), OK);
	REQUIRE(until(origin, client, []() { return heard.size() == 3; }));
	CHECK(heard == Strings{ "established []", "data one", "established []" });
	CHECK_EQ(client->get_connection_status(), MultiplayerPeer::CONNECTION_CONNECTED);
}

TEST_CASE("[WebSocket][WebSocketClient] As a multiplayer peer it gets its id, again after a loss") {
	Ref<WebSocketServer> server;
	server.instantiate();
	server->set_bind_ip("127.0.0.1");
	REQUIRE_EQ(server->listen(0, Vector<String>(), true), OK);
	Ref<WebSocketClient> client = make_client();
	client->set_auto_reconnect(true);
	client->set_reconnect_delay(0.001);
	REQUIRE_EQ(client->connect_to_url("ws://127.0.0.1:" + itos(server->get_local_port()), Vector<String>(), true), OK);
	const auto step = [&]() {
		server->poll();
		client->poll();
	};
	REQUIRE(wait_until(step, [&]() { return client->get_unique_id() > 1 && server->has_peer(client->get_unique_id()); }));
	const int first_id = client->get_unique_id();
	server->set_target_peer(first_id);
	CHECK_EQ(server->put_packet(reinterpret_cast<const uint8_t *>("hi"), 2), OK);
	REQUIRE(wait_until(step, [&]() { return client->get_available_packet_count() == 1; }));
	server->disconnect_peer_with_code(first_id, 1001);
	REQUIRE(wait_until(step, [&]() { return heard.size() == 8; }));
	CHECK(heard == Strings{ "established []", "peer connected 1", "close request 1001 ", "peer disconnected 1", "closed clean", "reconnecting 1", "established []", "peer connected 1" });
	CHECK(client->get_unique_id() > 1);
	CHECK(client->get_unique_id() != first_id);
}

} // namespace TestWSClient
