// What a server allows its clients, and what it counts.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "modules/websocket/server/ws_client_table.h"
#include "modules/websocket/server/ws_timer_wheel.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

#include <memory>

namespace TestWSLimits {

using namespace WSTest;
using Strings = std::vector<std::string>;

static const std::string REQUEST = "GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
								   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

struct Timed {
	int64_t deadline = 0;
	WSTimerPlace timer;
};

TEST_CASE("[WebSocket][TimerWheel] Every deadline comes when it is due, and none before") {
	WSTimerWheel<Timed> wheel;
	int64_t now = 1000000;
	std::vector<Timed> entries(500);
	for (size_t i = 0; i < entries.size(); i++) {
		entries[i].deadline = now + int64_t(i) * 97; // Some beyond the last slot.
		wheel.file(&entries[i], entries[i].deadline, now);
	}
	wheel.remove(&entries[10]);
	wheel.remove(&entries[10]);
	size_t seen = 0;
	for (; now < 1000000 + 500 * 97 + 100; now += 33) {
		for (Timed *entry : wheel.take_due(now)) {
			if (entry->deadline > now) {
				wheel.file(entry, entry->deadline, now);
			} else {
				CHECK(entry->deadline > now - 33 - 2 * WSTimerWheel<Timed>::TICK);
				seen++;
			}
		}
	}
	CHECK(seen == entries.size() - 1);
	CHECK(wheel.size() == 0);
}

TEST_CASE("[WebSocket][TimerWheel] An earlier deadline moves an entry, a later one does not, and a long sleep loses none") {
	WSTimerWheel<Timed> wheel;
	Timed one;
	wheel.file(&one, 9000, 1000);
	wheel.file(&one, 2000, 1000);
	CHECK(wheel.size() == 1);
	CHECK(wheel.take_due(1900).is_empty());
	wheel.file(&one, 8000, 1900);
	CHECK(wheel.take_due(2100).size() == 1);
	Timed other;
	wheel.file(&one, 5000, 2100);
	wheel.file(&other, 100000, 2100);
	CHECK(wheel.take_due(10000000).size() == 2);
}

struct Numbered {
	int32_t id = 0;
	int32_t get_id() const { return id; }
};

TEST_CASE("[WebSocket][ClientTable] Whoever was inserted and not erased is found, and nobody else") {
	WSClientTable<Numbered> table;
	CHECK(table.find(5) == nullptr);
	std::vector<Numbered> all(600);
	std::vector<bool> is_in(all.size());
	uint32_t random = 7;
	for (size_t i = 0; i < all.size(); i++) {
		all[i].id = int32_t(i % 3 == 0 ? 2 + i * 1024 : 2 + i * 2654435761u % 0x7FFFFFF0u); // Some want the same place.
	}
	uint32_t count = 0;
	for (int step = 0; step < 20000; step++) {
		random = random * 1664525u + 1013904223u;
		const size_t one = (random >> 10) % (step < 10000 ? all.size() : 40);
		if (is_in[one]) {
			table.erase(all[one].id);
		} else {
			table.insert(&all[one]);
		}
		is_in[one] = !is_in[one];
		count += is_in[one] ? 1 : uint32_t(-1);
	}
	CHECK(table.size() == count);
	for (size_t i = 0; i < all.size(); i++) {
		CHECK(table.find(all[i].id) == (is_in[i] ? &all[i] : nullptr));
	}
	uint32_t walked = 0;
	for (Numbered *one : table) {
		walked++;
		CHECK(is_in[size_t(one - all.data())]);
	}
	CHECK(walked == count);
	for (Numbered &one : all) {
		table.erase(one.id);
	}
	CHECK(table.is_empty());
}

TEST_CASE("[WebSocket][Limits] A full server refuses with 503 until there is room or the limit changes") {
	RecordingServer server;
	WSServerSettings policy;
	policy.max_clients = 1;
	server.core.set_policy(policy);
	CHECK(server.listen());
	Client first;
	CHECK(first.connect(server));
	Client second;
	CHECK_FALSE(second.connect(server));
	CHECK(second.peer.get_error_text().contains("503"));
	policy.max_clients = 2;
	server.core.set_policy(policy);
	CHECK(second.connect(server));
	first.peer.close(1000, CharString());
	CHECK(first.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().size() == 1; }));
	CHECK(first.connect(server));
	const WSServerStats stats = server.core.get_stats();
	CHECK(stats.refused[int(WSRefusal::MAX_CLIENTS)] == 1);
	CHECK(stats.clients_accepted == 3);
	CHECK(stats.clients == 2);
	CHECK(stats.failed[0] == 1);
}

TEST_CASE("[WebSocket][Limits] One address has a limited number of clients, also when the limit comes later") {
	RecordingServer server;
	CHECK(server.listen());
	Client clients[3];
	CHECK(clients[0].connect(server));
	CHECK(clients[1].connect(server));
	WSServerSettings policy;
	policy.max_clients_per_address = 2;
	server.core.set_policy(policy);
	CHECK_FALSE(clients[2].connect(server));
	CHECK(clients[2].peer.get_error_text().contains("429"));
	clients[0].peer.abort();
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().size() == 1; }));
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_stats().handshakes == 0; }));
	CHECK(clients[2].connect(server));
	CHECK(server.core.get_stats().refused[int(WSRefusal::MAX_PER_ADDRESS)] == 1);
}

TEST_CASE("[WebSocket][Limits] Handshakes in progress are limited") {
	RecordingServer server;
	WSServerSettings policy;
	policy.max_handshakes = 2;
	server.core.set_policy(policy);
	CHECK(server.listen());
	RawClient idle[2];
	CHECK(idle[0].connect(server));
	CHECK(idle[1].connect(server));
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_stats().handshakes == 2; }));
	RawClient late;
	CHECK(late.connect(server));
	CHECK(late.read_all(server).find("HTTP/1.1 503 ") == 0);
	CHECK(server.core.get_stats().refused[int(WSRefusal::MAX_HANDSHAKES)] == 1);
}

TEST_CASE("[WebSocket][Limits] Who sends more than is allowed in a second is closed with 1008, and no more is read of it") {
	RecordingServer server;
	WSServerSettings policy;
	policy.max_messages_per_second = 5;
	server.core.set_policy(policy);
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	for (int i = 0; i < 50; i++) {
		client.send("x");
	}
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == WS_CLOSE_POLICY_VIOLATION);
	CHECK(client.peer.get_close_reason() == "Too many messages in a second.");
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().is_empty(); }));
	CHECK(server.events == Strings{ "opened", "messages 5", "lost" });
	CHECK(server.core.get_stats().failed[int(WSError::TOO_MANY_MESSAGES)] == 1);
}

// Sends to a client that reads nothing until the policy has to decide; returns what the message after that got.
static WSSendResult overfill(RecordingServer &r_server, WSServerClient *p_client) {
	const std::string block(60000, 'x');
	while (p_client->send(WSMessageType::BINARY, span(block)) == WSSendResult::SENT) {
		r_server.poll();
	}
	WSSendResult result = WSSendResult::QUEUED;
	while (result == WSSendResult::QUEUED) {
		result = p_client->send(WSMessageType::BINARY, span(block));
	}
	return result;
}

TEST_CASE("[WebSocket][Limits] A client that takes less than is sent to it: the sender is told, the message dropped, or the client") {
	for (WSSlowPolicy policy : { WSSlowPolicy::REFUSE_MESSAGE, WSSlowPolicy::DROP_MESSAGE, WSSlowPolicy::DISCONNECT }) {
		RecordingServer server;
		server.core.settings.outbound_buffer_size = 1000000;
		server.core.settings.slow_policy = policy;
		CHECK(server.listen());
		RawClient raw;
		CHECK(raw.connect(server));
		raw.send(REQUEST);
		CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.last != nullptr; }));
		const WSSendResult result = overfill(server, server.last);
		CHECK(result == (policy == WSSlowPolicy::DROP_MESSAGE ? WSSendResult::DROPPED : WSSendResult::REFUSED));
		server.poll();
		server.poll();
		CHECK((server.last == nullptr) == (policy == WSSlowPolicy::DISCONNECT));
		const WSServerStats stats = server.core.get_stats();
		CHECK(stats.traffic.messages_dropped == (policy == WSSlowPolicy::DROP_MESSAGE ? 1 : 0));
		CHECK(stats.failed[int(WSError::TOO_SLOW)] == (policy == WSSlowPolicy::DISCONNECT ? 1 : 0));
		CHECK((stats.buffered_bytes > 0) == (policy != WSSlowPolicy::DISCONNECT));
	}
}

// --- The same through the script's class.

inline Ref<WebSocketServer> open_server() {
	Ref<WebSocketServer> server;
	server.instantiate();
	server->set_bind_ip("127.0.0.1");
	CHECK_EQ(server->listen(0), OK);
	return server;
}

template <typename Done>
bool poll_until(const Ref<WebSocketServer> &p_server, std::initializer_list<WebSocketPeer *> p_clients, Done p_done) {
	return wait_until(
			[&]() {
				p_server->poll();
				for (WebSocketPeer *client : p_clients) {
					client->poll();
				}
			},
			p_done);
}

inline Ref<WebSocketPeer> open_client(const Ref<WebSocketServer> &p_server) {
	Ref<WebSocketPeer> client;
	client.instantiate();
	client->connect_to_url("ws://127.0.0.1:" + itos(p_server->get_local_port()));
	CHECK(poll_until(p_server, { client.ptr() }, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_OPEN; }));
	return client;
}

inline int64_t count_of(const Ref<WebSocketServer> &p_server, const char *p_name) {
	return int64_t(p_server->get_statistics()[p_name]);
}

TEST_CASE("[WebSocket][WebSocketServer] A client of which nothing is heard is let go, also when the timeout comes later; others stay") {
	const Ref<WebSocketServer> server = open_server();
	CHECK_EQ(server->get_idle_timeout(), 120.0);
	const Ref<WebSocketPeer> alive = open_client(server);
	const Ref<WebSocketPeer> dead = open_client(server);
	CHECK(poll_until(server, { alive.ptr() }, [&]() { return count_of(server, "clients") == 2; }));
	server->set_idle_timeout(0.2);
	CHECK(poll_until(server, { alive.ptr() }, [&]() { return count_of(server, "clients") == 1; }));
	CHECK_EQ(int64_t(Dictionary(server->get_statistics()["failed"])["heartbeat"]), 1);
	alive->send_text("here");
	CHECK(poll_until(server, { alive.ptr() }, [&]() { return count_of(server, "messages_received") == 1; }));
}

inline int64_t first_id = 0;
inline void note_id(int64_t p_id, const String &) {
	first_id = p_id;
}

TEST_CASE("[WebSocket][WebSocketServer] A peer's own setting stays when the server's changes, and others follow it") {
	const Ref<WebSocketServer> server = open_server();
	first_id = 0;
	server->connect("client_connected", callable_mp_static(&note_id));
	const Ref<WebSocketPeer> client = open_client(server);
	CHECK(poll_until(server, { client.ptr() }, [&]() { return first_id != 0; }));
	const Ref<WebSocketPeer> peer = server->get_peer(int(first_id));
	peer->set_outbound_buffer_size(1000);
	server->set_outbound_buffer_size(500000);
	server->set_max_message_size(7000);
	CHECK_EQ(peer->get_outbound_buffer_size(), 1000);
	CHECK_EQ(peer->get_max_message_size(), 7000);
	Vector<uint8_t> packet;
	packet.resize(7001);
	client->put_packet_buffer(packet);
	CHECK(poll_until(server, { client.ptr() }, [&]() { return client->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
	CHECK_EQ(client->get_close_code(), int(WS_CLOSE_MESSAGE_TOO_BIG));
}

inline int drained = 0;
inline void note_drained() {
	drained++;
}

TEST_CASE("[WebSocket][WebSocketServer] A client's peer tells when the network has taken what had to wait") {
	const Ref<WebSocketServer> server = open_server();
	first_id = 0;
	drained = 0;
	server->set_outbound_buffer_size(0);
	server->connect("client_connected", callable_mp_static(&note_id));
	const Ref<WebSocketPeer> client = open_client(server);
	client->set_inbound_buffer_size(0);
	CHECK(poll_until(server, { client.ptr() }, [&]() { return first_id != 0; }));
	const Ref<WebSocketPeer> peer = server->get_peer(int(first_id));
	peer->connect("drained", callable_mp_static(&note_drained));
	Vector<uint8_t> large;
	large.resize(16 << 20);
	CHECK_EQ(peer->put_packet_buffer(large), OK);
	CHECK(peer->get_current_outbound_buffered_amount() > 0);
	CHECK_EQ(drained, 0);
	CHECK(poll_until(server, { client.ptr() }, [&]() { return drained > 0; }));
	CHECK_EQ(peer->get_current_outbound_buffered_amount(), 0);
}

inline Vector<uint8_t> to_bytes(const char *p_text) {
	return String(p_text).to_utf8_buffer();
}

TEST_CASE("[WebSocket][WebSocketServer] Topics and broadcasts by script") {
	const Ref<WebSocketServer> server = open_server();
	first_id = 0;
	server->connect("client_connected", callable_mp_static(&note_id));
	const Ref<WebSocketPeer> one = open_client(server);
	CHECK(poll_until(server, { one.ptr() }, [&]() { return first_id != 0; }));
	const int one_id = int(first_id);
	const Ref<WebSocketPeer> two = open_client(server);
	CHECK(poll_until(server, { two.ptr() }, [&]() { return first_id != one_id; }));
	const int two_id = int(first_id);
	server->subscribe(one_id, "room");
	server->subscribe(one_id, "room");
	server->subscribe(two_id, "room");
	CHECK_EQ(server->get_topics(one_id), Vector<String>({ "room" }));
	CHECK_EQ(server->get_subscribers("room").size(), 2);
	CHECK_EQ(server->publish("room", to_bytes("all but one"), true, one_id), 1);
	CHECK_EQ(server->publish("empty", to_bytes("nobody")), 0);
	CHECK_EQ(server->broadcast(to_bytes("everybody")), 2);
	server->unsubscribe(two_id, "room");
	CHECK_EQ(server->publish("room", to_bytes("one")), 1);
	{
		ExpectErrors quiet;
		CHECK_EQ(server->broadcast(Vector<uint8_t>({ 0xFF }), true), 0); // No text.
		server->subscribe(12345, "room");
	}
	CHECK(poll_until(server, { one.ptr(), two.ptr() }, [&]() { return one->get_available_packet_count() == 2 && two->get_available_packet_count() == 2; }));
	Vector<uint8_t> packet;
	two->get_packet_buffer(packet);
	CHECK(two->was_string_packet());
	CHECK_EQ(packet, to_bytes("all but one"));
	two->get_packet_buffer(packet);
	CHECK_FALSE(two->was_string_packet());
	CHECK_EQ(packet, to_bytes("everybody"));
}

TEST_CASE("[WebSocket][WebSocketMultiplayerPeer] A client knows why its connection came to nothing, also when all is over") {
	const Ref<WebSocketServer> server = open_server();
	server->set_max_clients(1);
	const Ref<WebSocketPeer> first = open_client(server);
	Ref<WebSocketMultiplayerPeer> second;
	second.instantiate();
	CHECK_EQ(second->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_NONE);
	CHECK_EQ(second->create_client("ws://127.0.0.1:" + itos(server->get_local_port())), OK);
	CHECK(wait_until(
			[&]() {
				server->poll();
				second->poll();
			},
			[&]() { return second->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK_EQ(second->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_HTTP_STATUS);
	CHECK(second->get_connection_error_message().contains("503"));
}

TEST_CASE("[WebSocket][WebSocketMultiplayerPeer] A heartbeat finds that the server is dead") {
	const Ref<WebSocketServer> server = open_server();
	server->stop();
	CHECK_EQ(server->listen(0, Vector<String>(), true), OK);
	Ref<WebSocketMultiplayerPeer> client;
	client.instantiate();
	CHECK_EQ(client->create_client("ws://127.0.0.1:" + itos(server->get_local_port())), OK);
	CHECK(wait_until(
			[&]() {
				server->poll();
				client->poll();
			},
			[&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_CONNECTED; }));
	client->set_heartbeat_interval(0.05);
	CHECK(wait_until([&]() { client->poll(); }, [&]() { return client->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED; }));
	CHECK_EQ(client->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_HEARTBEAT);
}

TEST_CASE("[WebSocket][WebSocketMultiplayerPeer] Two of them ping each other without being told to, and know how long an answer takes") {
	Ref<WebSocketServer> server;
	server.instantiate();
	server->set_bind_ip("127.0.0.1");
	REQUIRE_EQ(server->listen(0, Vector<String>(), true), OK);
	Ref<WebSocketMultiplayerPeer> client;
	client.instantiate();
	CHECK_EQ(client->get_heartbeat_interval(), 15.0);
	REQUIRE_EQ(client->create_client("ws://127.0.0.1:" + itos(server->get_local_port())), OK);
	const auto step = [&]() {
		server->poll();
		client->poll();
	};
	REQUIRE(wait_until(step, [&]() { return client->get_peer_latency_msec(1) >= 0 && server->get_peer_latency_msec(client->get_unique_id()) >= 0; }));
	CHECK_EQ(server->get_peer_latency_msec(1234), -1);
	client->set_heartbeat_interval(0.0);
	CHECK_EQ(client->get_heartbeat_interval(), 0.0);
}

TEST_CASE("[WebSocket][WebSocketServer] Statistics count what went through, and begin anew with listen()") {
	const Ref<WebSocketServer> server = open_server();
	const Ref<WebSocketPeer> client = open_client(server);
	client->send_text("12345");
	CHECK(poll_until(server, { client.ptr() }, [&]() { return count_of(server, "messages_received") == 1; }));
	server->set_target_peer(0);
	const uint8_t packet[3] = { 1, 2, 3 };
	server->put_packet(packet, 3);
	CHECK_EQ(count_of(server, "messages_sent"), 1);
	CHECK_EQ(count_of(server, "payload_bytes_received"), 5);
	CHECK_EQ(count_of(server, "payload_bytes_sent"), 3);
	CHECK(count_of(server, "bytes_received") > 100);
	CHECK_EQ(count_of(server, "queued_packets"), 1);
	CHECK_EQ(double(server->get_statistics()["compression_ratio"]), 5.0 / 3.0);
	server->stop();
	CHECK_EQ(server->listen(0), OK);
	CHECK_EQ(count_of(server, "messages_received"), 0);
}

} // namespace TestWSLimits
