// Between polls: network turns take what needs no handler, quiet connections cost no system call.
#pragma once

#include "core/io/network_turn.h"
#include "core/os/thread.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "tests/test_macros.h"

namespace WSTest {

// Turns without a poll, until p_condition holds; some seconds at most.
template <typename F>
bool turn_until(F p_condition) {
	return wait_until(
			[]() {
				NetworkTurn::wait(1000);
				NetworkTurn::run();
			},
			p_condition);
}

inline void rest() {
	for (int i = 0; i < 5; i++) {
		NetworkTurn::wait(1000);
		NetworkTurn::run();
	}
	NetworkTurn::clear_news();
}

TEST_CASE("[WebSocket][Turns] Quiet peers and a quiet server ask the system nothing") {
	RecordingServer server;
	REQUIRE(server.listen());
	Client client;
	REQUIRE(client.connect(server));
	for (int i = 0; i < 3; i++) {
		rest();
		client.step(server);
	}
	const uint64_t before = NetSocket::get_traffic().calls;
	for (int i = 0; i < 1000; i++) {
		client.step(server);
	}
	CHECK_EQ(NetSocket::get_traffic().calls, before);
	client.send("still there");
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.events.back() == "messages 1"; }));
}

TEST_CASE("[WebSocket][Turns] The end that a turn found behind a message waits until a poll has shown the message") {
	RecordingServer server;
	REQUIRE(server.listen());
	Client client;
	REQUIRE(client.connect(server));
	const uint8_t text[] = { 'h', 'i' };
	server.last->send(WSMessageType::TEXT, Span<uint8_t>(text, sizeof(text)));
	server.core.close_client(server.last, 4000, Span<uint8_t>(), now());
	REQUIRE(turn_until([&]() { return client.peer.get_queued_count() == 1; }));
	rest();
	CHECK_EQ(client.peer.get_state(), WSPeerBackend::OPEN);
	client.peer.poll();
	CHECK_EQ(client.peer.get_state(), WSPeerBackend::OPEN);
	CHECK(client.send("answer") != WSSendResult::REFUSED);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK_EQ(client.peer.get_close_code(), 4000);
}

TEST_CASE("[WebSocket][Turns] A client that came and went between two polls is there from the one to the next") {
	RecordingServer server;
	REQUIRE(server.listen());
	Client client;
	String error;
	REQUIRE_EQ(client.peer.connect_to_url(server.get_url(), Ref<TLSOptions>(), error), OK);
	REQUIRE(wait_until([&]() { client.peer.poll(); NetworkTurn::wait(0); NetworkTurn::run(); }, [&]() { return client.peer.get_state() == WSPeerBackend::OPEN; }));
	client.peer.abort();
	rest();
	server.poll();
	CHECK_EQ(server.events, std::vector<std::string>({ "opened" }));
	REQUIRE(server.last);
	CHECK_EQ(server.core.find_client(server.last->get_id()), server.last);
	server.poll();
	CHECK_EQ(server.events, std::vector<std::string>({ "opened", "lost" }));
}

TEST_CASE("[WebSocket][Turns] A handshake is answered and a message read without a poll; the handler hears in poll() alone") {
	RecordingServer server;
	REQUIRE(server.listen());
	Client client;
	String error;
	REQUIRE_EQ(client.peer.connect_to_url(server.get_url(), Ref<TLSOptions>(), error), OK);
	REQUIRE(wait_until([&]() { client.peer.poll(); NetworkTurn::wait(0); NetworkTurn::run(); }, [&]() { return client.peer.get_state() == WSPeerBackend::OPEN; }));
	client.send("a");
	rest();
	CHECK(server.events.empty());
	server.poll();
	CHECK_EQ(server.events, std::vector<std::string>({ "opened", "messages 1" }));
}

TEST_CASE("[WebSocket][Turns] A message in drops is no news before it is whole, and news once until somebody polls") {
	RecordingServer server;
	REQUIRE(server.listen());
	RawClient raw;
	REQUIRE(raw.connect(server));
	raw.send("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
	REQUIRE(wait_until([&]() { server.poll(); }, [&]() { return server.last != nullptr; }));
	rest();
	const std::string frame("\x82\x83\0\0\0\0abc", 9);
	for (size_t i = 0; i + 1 < frame.size(); i++) {
		const uint64_t reads = NetSocket::get_traffic().reads;
		raw.send(frame.substr(i, 1));
		REQUIRE(turn_until([&]() { return NetSocket::get_traffic().reads > reads; }));
		REQUIRE(server.last->get_queued_count() == 0);
	}
	raw.socket.get_available_bytes();
	raw.send(frame.substr(frame.size() - 1));
	REQUIRE(turn_until([&]() { return server.last->get_queued_count() == 1; }));
	CHECK(NetworkTurn::has_news());
	NetworkTurn::clear_news();
	raw.send(frame);
	REQUIRE(turn_until([&]() { return server.last->get_queued_count() == 2; }));
	CHECK_FALSE(NetworkTurn::has_news());
	server.poll();
	CHECK_EQ(server.events.back(), "messages 2");
}

inline void poll_peer(void *p_peer) {
	static_cast<WSLPeer *>(p_peer)->poll();
}

TEST_CASE("[WebSocket][Turns] A peer that another thread uses is left alone by the turns") {
	RecordingServer server;
	REQUIRE(server.listen());
	Client client;
	REQUIRE(client.connect(server));
	rest();
	Thread user;
	REQUIRE(user.start(poll_peer, &client.peer, Thread::SHARES_NOTHING) != Thread::UNASSIGNED_ID);
	user.wait_to_finish();
	const std::string text = "hello";
	server.last->send(WSMessageType::TEXT, Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.data()), text.size()));
	rest();
	CHECK_EQ(client.peer.get_queued_count(), 0);
	CHECK_EQ(client.receive(server), "hello");
}

} // namespace WSTest
