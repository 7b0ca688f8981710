// Readiness is kept: what quiet sockets cost, what is news, and who takes between frames.
#pragma once

#include "core/io/network_turn.h"
#include "core/io/socket_watch.h"
#include "core/io/stream_peer_tcp.h"
#include "core/io/tcp_server.h"
#include "core/os/os.h"
#include "core/os/thread.h"
#include "tests/support/loopback.h"
#include "tests/test_macros.h"

namespace TestNetworkTurn {

// Turns until p_condition holds, for some seconds at most.
inline bool turn_until(const std::function<bool()> &p_condition) {
	for (int i = 0; i < 1000 && !p_condition(); i++) {
		NetworkTurn::wait(10000);
		NetworkTurn::run();
	}
	return p_condition();
}

// What connecting caused is over: afterwards only what the test does is news.
inline void settle() {
	while (NetworkTurn::wait(1000) && NetworkTurn::has_news()) {
		NetworkTurn::clear_news();
	}
	NetworkTurn::clear_news();
}

struct StreamPair {
	Ref<TCPServer> server;
	Ref<StreamPeerTCP> client;
	Ref<StreamPeerTCP> taken;

	StreamPair() {
		server.instantiate();
		client.instantiate();
		server->listen(0, "127.0.0.1");
		client->connect_to_host("127.0.0.1", server->get_local_port());
		turn_until([&]() {
			client->poll();
			if (taken.is_null()) {
				taken = server->take_connection();
			}
			return taken.is_valid() && client->get_status() == StreamPeerSocket::STATUS_CONNECTED;
		});
	}
	bool is_connected() const { return taken.is_valid() && client->get_status() == StreamPeerSocket::STATUS_CONNECTED; }
};

TEST_CASE("[IO][NetworkTurn] A quiet stream and a quiet server ask the system nothing") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	uint8_t byte;
	int count = 0;
	pair.taken->get_partial_data(&byte, 1, count); // Dry: that may take one call each.
	pair.client->get_partial_data(&byte, 1, count);
	pair.server->take_connection();
	settle();
	const uint64_t before = NetSocket::get_traffic().calls;
	for (int i = 0; i < 1000; i++) {
		pair.taken->poll();
		pair.client->poll();
		REQUIRE_EQ(pair.taken->get_available_bytes(), 0);
		pair.taken->get_partial_data(&byte, 1, count);
		REQUIRE_FALSE(pair.server->is_connection_available());
		REQUIRE(pair.server->take_connection().is_null());
	}
	CHECK_EQ(NetSocket::get_traffic().calls, before);
	CHECK_EQ(pair.taken->get_status(), StreamPeerSocket::STATUS_CONNECTED);
}

TEST_CASE("[IO][NetworkTurn] What this process sends to itself is there at the next look, without a turn between") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	settle();
	for (int i = 1; i <= 50; i++) {
		pair.client->put_data(reinterpret_cast<const uint8_t *>("abc"), 3);
		pair.taken->poll();
		REQUIRE_EQ(pair.taken->get_available_bytes(), 3);
		uint8_t bytes[8];
		int count = 0;
		REQUIRE_EQ(pair.taken->get_partial_data(bytes, 8, count), OK);
		REQUIRE_EQ(count, 3);
	}
	pair.client->disconnect_from_host();
	pair.taken->poll();
	CHECK_EQ(pair.taken->get_status(), StreamPeerSocket::STATUS_NONE);
}

TEST_CASE("[IO][NetworkTurn] The end behind the last bytes is found after them") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	settle();
	pair.client->put_data(reinterpret_cast<const uint8_t *>("abc"), 3);
	pair.client->disconnect_from_host();
	uint8_t bytes[64];
	int count = 0;
	pair.taken->poll();
	CHECK_EQ(pair.taken->get_status(), StreamPeerSocket::STATUS_CONNECTED);
	CHECK_EQ(pair.taken->get_partial_data(bytes, 64, count), OK);
	CHECK_EQ(count, 3);
	CHECK_EQ(pair.taken->get_partial_data(bytes, 64, count), ERR_FILE_EOF);
}

TEST_CASE("[IO][NetworkTurn] Bytes are news once, until somebody looks") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	pair.taken->poll();
	settle();
	CHECK_FALSE(NetworkTurn::has_news());
	for (int round = 0; round < 3; round++) {
		pair.client->put_data(reinterpret_cast<const uint8_t *>("a"), 1);
		CHECK(turn_until([]() { return NetworkTurn::has_news(); }));
		NetworkTurn::clear_news();
		pair.client->put_data(reinterpret_cast<const uint8_t *>("b"), 1);
		NetworkTurn::wait(1000);
		CHECK_FALSE(NetworkTurn::has_news()); // Nobody looked at the first.
		uint8_t bytes[8];
		int count = 0;
		pair.taken->get_partial_data(bytes, 8, count);
		CHECK_EQ(count, 2);
	}
}

TEST_CASE("[IO][NetworkTurn] A socket that another thread looks at is no news for frames, and hears what comes") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	settle();
	struct Looker {
		const NetSocket &socket;
		bool heard = false;

		static void look(void *p_looker) {
			Looker *looker = static_cast<Looker *>(p_looker);
			for (int i = 0; i < 5000 && !looker->heard; i++) {
				looker->heard = looker->socket.get_available_bytes() == 3;
				OS::get_singleton()->delay_usec(1000);
			}
		}
	} looker{ pair.taken->get_socket() };
	Thread thread;
	REQUIRE(thread.start(Looker::look, &looker, Thread::SHARES_NOTHING) != Thread::UNASSIGNED_ID);
	pair.client->put_data(reinterpret_cast<const uint8_t *>("abc"), 3);
	thread.wait_to_finish();
	CHECK(looker.heard);
	NetworkTurn::clear_news();
	pair.client->put_data(reinterpret_cast<const uint8_t *>("d"), 1);
	NetworkTurn::wait(1000);
	CHECK_FALSE(NetworkTurn::has_news());
}

class CountingTaker : public NetworkTaker {
public:
	int turns = 0;
	int more = 0; // So often there is more at once.

	bool take_from_network() override {
		turns++;
		return more-- > 0;
	}
};

TEST_CASE("[IO][NetworkTurn] A taker is called for what comes, again while there is more, and never after it has left") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	settle();
	CountingTaker taker;
	SocketWatch *watch = pair.taken->get_socket().get_watch();
	REQUIRE(watch != nullptr);
	NetworkTurn::attach(watch, &taker);
	NetworkTurn::run();
	CHECK_EQ(taker.turns, 1); // What came before it was there.
	taker.more = 2;
	pair.client->put_data(reinterpret_cast<const uint8_t *>("a"), 1);
	CHECK(turn_until([&]() { return taker.turns == 4; }));
	CHECK_FALSE(NetworkTurn::has_work());
	CHECK_FALSE(NetworkTurn::has_news()); // It is the taker's to say.
	NetworkTurn::request(&taker);
	NetworkTurn::detach(watch, &taker);
	NetworkTurn::run();
	CHECK_EQ(taker.turns, 4);
}

TEST_CASE("[IO][NetworkTurn] Sends answer from memory while the system's buffer is full, and go on when there is room") {
	StreamPair pair;
	REQUIRE(pair.is_connected());
	Vector<uint8_t> block;
	block.resize(1 << 16);
	int sent = 0;
	int64_t total = 0;
	for (int i = 0; i < 1000; i++) {
		pair.client->put_partial_data(block.ptr(), int(block.size()), sent);
		total += sent;
		if (sent == 0) {
			break;
		}
	}
	REQUIRE_EQ(sent, 0);
	settle();
	const uint64_t before = NetSocket::get_traffic().calls;
	for (int i = 0; i < 100; i++) {
		pair.client->put_partial_data(block.ptr(), int(block.size()), sent);
	}
	CHECK_EQ(NetSocket::get_traffic().calls, before);
	int64_t received = 0;
	CHECK(turn_until([&]() {
		int count = 0;
		pair.taken->get_partial_data(block.ptrw(), int(block.size()), count);
		received += count;
		return received == total;
	}));
	CHECK(turn_until([&]() {
		pair.client->put_partial_data(block.ptr(), 1, sent);
		return sent == 1;
	}));
}

} // namespace TestNetworkTurn
