// The script-visible classes as scripts use them: WebSocketServer's signals, WebSocketMultiplayerPeer's ids, WebSocketPeer's results.
#pragma once

#include "core/io/stream_peer_tcp.h"
#include "core/io/tcp_server.h"
#include "core/object/callable_method_pointer.h"
#include "core/os/os.h"
#include "modules/websocket/websocket_multiplayer_peer.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

#include <string>
#include <vector>

namespace TestWebSocketClasses {

using Strings = std::vector<std::string>;

// What the signals told, in order; ids are left out, being unpredictable.
inline Strings heard;
inline int64_t last_id = 0;
inline WebSocketServer *server_of_handlers = nullptr;
inline int reads_per_signal = 1;
inline bool stop_in_handler = false;

inline std::string to_std(const String &p_text) {
	return p_text.utf8().get_data();
}

inline void on_connected(int64_t p_id, const String &p_protocol) {
	last_id = p_id;
	heard.push_back("connected [" + to_std(p_protocol) + "]");
}
inline void on_disconnected(int64_t p_id, bool p_clean) {
	heard.push_back(p_clean ? "disconnected clean" : "disconnected");
}
inline void on_close_request(int64_t p_id, int64_t p_code, const String &p_reason) {
	heard.push_back("close request " + std::to_string(p_code) + " " + to_std(p_reason));
}
inline void on_data(int64_t p_id) {
	std::string text = "data";
	Ref<WebSocketPeer> peer = server_of_handlers->get_peer(int(p_id));
	for (int i = 0; i < reads_per_signal && peer->get_available_packet_count() > 0; i++) {
		Vector<uint8_t> packet;
		peer->get_packet_buffer(packet);
		text += " " + std::string(reinterpret_cast<const char *>(packet.ptr()), size_t(packet.size()));
	}
	heard.push_back(text);
	if (stop_in_handler) {
		server_of_handlers->stop();
	}
}
inline void on_peer_connected(int64_t p_id) {
	heard.push_back(p_id == 1 ? "server connected" : "peer connected");
}
inline void on_peer_disconnected(int64_t p_id) {
	heard.push_back(p_id == 1 ? "server disconnected" : "peer disconnected");
}

// Polls both until p_done; false when that takes seconds.
template <typename Done>
bool poll_until(const Ref<WebSocketMultiplayerPeer> &p_server, const Ref<WebSocketPeer> &p_client, Done p_done) {
	for (int i = 0; i < 20000; i++) {
		p_server->poll();
		if (p_client.is_valid()) {
			p_client->poll();
		}
		if (p_done()) {
			return true;
		}
		OS::get_singleton()->delay_usec(100);
	}
	return false;
}

struct Fixture {
	Ref<WebSocketServer> server;
	Ref<WebSocketPeer> client;

	Fixture(const Vector<String> &p_protocols = Vector<String>()) {
		heard.clear();
		reads_per_signal = 1;
		stop_in_handler = false;
		server.instantiate();
		client.instantiate();
		server_of_handlers = server.ptr();
		server->connect("client_connected", callable_mp_static(&on_connected));
		server->connect("client_disconnected", callable_mp_static(&on_disconnected));
		server->connect("client_close_request", callable_mp_static(&on_close_request));
		server->connect("data_received", callable_mp_static(&on_data));
		server->set_bind_ip("127.0.0.1");
		CHECK_EQ(server->listen(0, p_protocols), OK);
	}
	bool open() {
		client->connect_to_url("ws://127.0.0.1:" + itos(server->get_local_port()));
		return until([&]() { return client->get_ready_state() == WebSocketPeer::STATE_OPEN && !heard.empty(); });
	}
	template <typename Done>
	bool until(Done p_done) {
		return poll_until(server, client, p_done);
	}
	bool until_heard(size_t p_count) {
		return until([&]() { return heard.size() >= p_count; });
	}
};

TEST_CASE("[WebSocket][WebSocketServer] A client's life is told by signals") {
	Fixture f({ "chat" });
	f.client->set_supported_protocols({ "chat" });
	CHECK(f.open());
	CHECK(last_id >= 2);
	CHECK(f.server->has_peer(int(last_id)));
	CHECK_EQ(f.server->get_peer_address(int(last_id)), "127.0.0.1");
	f.client->send_text("hello");
	CHECK(f.until_heard(2));
	f.client->close(4001, "bye");
	CHECK(f.until_heard(4));
	CHECK(heard == Strings{ "connected [chat]", "data hello", "close request 4001 bye", "disconnected clean" });
	CHECK_FALSE(f.server->has_peer(int(last_id)));
	CHECK(f.server->get_peer(int(last_id)).is_null());
}

TEST_CASE("[WebSocket][WebSocketServer] data_received comes once for each message, less those that were read before") {
	Fixture f;
	CHECK(f.open());
	reads_per_signal = 0;
	f.client->send_text("a");
	f.client->send_text("b");
	CHECK(f.until_heard(3));
	Ref<WebSocketPeer> peer = f.server->get_peer(int(last_id));
	CHECK(f.until([&]() { return peer->get_available_packet_count() == 2; }));
	for (int i = 0; i < 50; i++) {
		f.server->poll();
	}
	CHECK(heard == Strings{ "connected []", "data", "data" }); // Unread messages neither vanish nor come again.
	reads_per_signal = 10;
	f.client->send_text("c");
	CHECK(f.until_heard(4));
	CHECK(heard.back() == "data a b c");
}

TEST_CASE("[WebSocket][WebSocketServer] A handler may stop the server") {
	Fixture f;
	CHECK(f.open());
	stop_in_handler = true;
	f.client->send_text("stop");
	CHECK(f.until([&]() { return f.client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_FALSE(f.server->is_listening());
	CHECK_EQ(f.client->get_close_code(), 1001);
	CHECK_EQ(f.server->listen(0), OK);
}

TEST_CASE("[WebSocket][WebSocketServer] disconnect_peer() carries code and reason; a peer that a script holds outlives its client") {
	Fixture f;
	CHECK(f.open());
	Ref<WebSocketPeer> held = f.server->get_peer(int(last_id));
	reads_per_signal = 0;
	f.client->send_text("unread");
	CHECK(f.until_heard(2));
	f.server->disconnect_peer_with_code(int(last_id), 3001, "enough");
	CHECK(f.until([&]() { return f.client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK(f.until_heard(3));
	CHECK_EQ(f.client->get_close_code(), 3001);
	CHECK_EQ(f.client->get_close_reason(), "enough");
	CHECK_EQ(held->get_ready_state(), WebSocketPeer::STATE_CLOSED);
	CHECK_EQ(held->get_available_packet_count(), 1);
	f.server.unref();
	const uint8_t *bytes = nullptr;
	int size = 0;
	CHECK_EQ(held->get_packet(&bytes, size), OK);
	CHECK_EQ(size, 6);
}

TEST_CASE("[WebSocket][WebSocketServer] A peer that a script closes is told as gone") {
	for (int code : { 4000, -1 }) {
		Fixture f;
		CHECK(f.open());
		f.server->get_peer(int(last_id))->close(code);
		CHECK(f.until_heard(2));
		CHECK(heard.back() == (code == 4000 ? "disconnected clean" : "disconnected"));
	}
}

TEST_CASE("[WebSocket][WebSocketServer] A second server on the same port is refused") {
	Fixture f;
	Ref<WebSocketServer> other;
	other.instantiate();
	other->set_bind_ip("127.0.0.1");
	ExpectErrors quiet;
	CHECK_EQ(other->listen(f.server->get_local_port()), ERR_ALREADY_IN_USE);
	CHECK_EQ(f.server->listen(0), ERR_ALREADY_IN_USE);
	other->set_bind_ip("not an address");
	CHECK_EQ(other->get_bind_ip(), "127.0.0.1");
}

TEST_CASE("[WebSocket][WebSocketMultiplayerPeer] Last packets come before the news that their sender has gone") {
	heard.clear();
	Ref<WebSocketServer> server;
	server.instantiate();
	server->set_bind_ip("127.0.0.1");
	CHECK_EQ(server->listen(0, Vector<String>(), true), OK);
	server->connect("peer_connected", callable_mp_static(&on_peer_connected));
	server->connect("peer_disconnected", callable_mp_static(&on_peer_disconnected));
	Ref<WebSocketMultiplayerPeer> client;
	client.instantiate();
	client->connect("peer_connected", callable_mp_static(&on_peer_connected));
	client->connect("peer_disconnected", callable_mp_static(&on_peer_disconnected));
	CHECK_EQ(client->create_client("ws://127.0.0.1:" + itos(server->get_local_port())), OK);
	const auto until = [&](auto p_done) {
		return poll_until(server, Ref<WebSocketPeer>(), [&]() {
			client->poll();
			return p_done();
		});
	};
	CHECK(until([&]() { return heard.size() == 2; }));
	const int id = client->get_unique_id();
	CHECK(id >= 2);
	CHECK(server->has_peer(id));
	client->put_packet(reinterpret_cast<const uint8_t *>("last"), 4);
	client->disconnect_peer(1);
	CHECK(until([&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED && server->get_available_packet_count() == 1; }));
	CHECK_EQ(server->get_packet_peer(), id);
	CHECK(until([&]() { return heard.size() == 4; }));
	CHECK(heard[2] != heard[3]); // One from each side, in either order.
	CHECK_EQ(client->get_unique_id(), 0);
}

TEST_CASE("[WebSocket][WebSocketMultiplayerPeer] A packet reaches one, all, or all but one") {
	Ref<WebSocketMultiplayerPeer> server;
	server.instantiate();
	Ref<TCPServer> probe;
	probe.instantiate();
	probe->listen(0, "127.0.0.1");
	const int port = probe->get_local_port();
	probe->stop();
	CHECK_EQ(server->create_server(port, "127.0.0.1"), OK);
	Ref<WebSocketMultiplayerPeer> clients[3];
	for (Ref<WebSocketMultiplayerPeer> &client : clients) {
		client.instantiate();
		client->create_client("ws://127.0.0.1:" + itos(port));
	}
	const auto until = [&](auto p_done) {
		return poll_until(server, Ref<WebSocketPeer>(), [&]() {
			for (Ref<WebSocketMultiplayerPeer> &client : clients) {
				client->poll();
			}
			return p_done();
		});
	};
	CHECK(until([&]() { return clients[0]->get_unique_id() && clients[1]->get_unique_id() && clients[2]->get_unique_id(); }));
	for (int target : { clients[0]->get_unique_id(), 0, -clients[1]->get_unique_id() }) {
		server->set_target_peer(target);
		CHECK_EQ(server->put_packet(reinterpret_cast<const uint8_t *>("x"), 1), OK);
	}
	CHECK(until([&]() { return clients[0]->get_available_packet_count() == 3 && clients[1]->get_available_packet_count() == 1 && clients[2]->get_available_packet_count() == 2; }));
	ExpectErrors quiet;
	server->set_target_peer(1234567);
	CHECK_EQ(server->put_packet(reinterpret_cast<const uint8_t *>("x"), 1), ERR_INVALID_PARAMETER);
}

TEST_CASE("[WebSocket][WebSocketPeer] Misuse is answered with the error that names it") {
	ExpectErrors quiet;
	Ref<WebSocketPeer> peer;
	peer.instantiate();
	CHECK_EQ(peer->connect_to_url("http://x"), ERR_INVALID_PARAMETER);
	CHECK_EQ(peer->accept_stream(Ref<StreamPeer>()), ERR_INVALID_PARAMETER);
	CHECK_EQ(peer->send_text("x"), FAILED);
	peer->set_handshake_headers({ "X: a\r\nY: b" });
	CHECK_EQ(peer->connect_to_url("ws://127.0.0.1:1"), ERR_INVALID_PARAMETER);
	peer->set_handshake_headers(Vector<String>());
	peer->set_supported_protocols({ "two words" });
	CHECK_EQ(peer->connect_to_url("ws://127.0.0.1:1"), ERR_INVALID_PARAMETER);
	peer->set_supported_protocols(Vector<String>());
	CHECK_EQ(peer->connect_to_url("ws://127.0.0.1:1"), OK);
	CHECK_EQ(peer->connect_to_url("ws://127.0.0.1:1"), ERR_ALREADY_IN_USE);
	peer->close();
	CHECK_EQ(peer->get_ready_state(), WebSocketPeer::STATE_CLOSED);
}

TEST_CASE("[WebSocket][WebSocketPeer] A reason that is too long is cut between characters, and the connection still closes") {
	Fixture f;
	CHECK(f.open());
	{
		ExpectErrors quiet;
		f.client->close(3000, String(U"\u00FC").repeat(100));
	}
	CHECK(f.until_heard(3));
	CHECK(heard[1] == "close request 3000 " + to_std(String(U"\u00FC").repeat(61)));
}

TEST_CASE("[WebSocket][WebSocketPeer] An unanswered ping ends a connection with heartbeat") {
	Ref<TCPServer> listener;
	listener.instantiate();
	CHECK_EQ(listener->listen(0, "127.0.0.1"), OK);
	Ref<WebSocketPeer> client;
	client.instantiate();
	Ref<WebSocketPeer> silent;
	silent.instantiate();
	silent->set_heartbeat_interval(0.05);
	client->connect_to_url("ws://127.0.0.1:" + itos(listener->get_local_port()));
	bool accepted = false;
	for (int i = 0; i < 20000 && silent->get_ready_state() != WebSocketPeer::STATE_OPEN; i++) {
		client->poll();
		if (!accepted && listener->is_connection_available()) {
			silent->accept_stream(listener->take_connection());
			accepted = true;
		}
		silent->poll();
		OS::get_singleton()->delay_usec(100);
	}
	CHECK_EQ(silent->get_ready_state(), WebSocketPeer::STATE_OPEN);
	// The client is not polled any more, so that nobody answers.
	for (int i = 0; i < 20000 && silent->get_ready_state() != WebSocketPeer::STATE_CLOSED; i++) {
		silent->poll();
		OS::get_singleton()->delay_usec(100);
	}
	CHECK_EQ(silent->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_HEARTBEAT);
}

} // namespace TestWebSocketClasses
