// Both kinds of poller behave alike: epoll and the poll() fallback run the same cases.
#pragma once

#include "core/os/memory.h"
#include "platform/unix/socket_poller_epoll.h"
#include "platform/unix/socket_poller_poll.h"
#include "tests/support/loopback.h"
#include "tests/test_macros.h"

#include <thread>

template <typename F>
static void for_each_poller(F &&p_case) {
	SUBCASE("epoll") {
		SocketPollerEpoll outer;
		SocketPollerEpoll inner;
		p_case(outer, inner);
	}
	SUBCASE("poll") {
		SocketPollerPoll outer;
		SocketPollerPoll inner;
		p_case(outer, inner);
	}
}

static constexpr int64_t LONG_WAIT = 5000000;

TEST_CASE("[IO][SocketPoller] A level registration reports until the bytes are read") {
	for_each_poller([](SocketPoller &p_poller, SocketPoller &) {
		LoopbackPair pair;
		REQUIRE(pair.is_connected);
		int mark = 0;
		REQUIRE_EQ(p_poller.add(pair.server.get_handle(), SocketPoller::EVENT_READABLE, &mark), OK);
		CHECK_EQ(p_poller.add(pair.server.get_handle(), SocketPoller::EVENT_READABLE, &mark), ERR_ALREADY_EXISTS);
		CHECK_EQ(p_poller.wait(0), 0);
		const uint8_t byte = 1;
		int count = 0;
		pair.client.send(&byte, 1, count);
		for (int i = 0; i < 2; i++) {
			REQUIRE_EQ(p_poller.wait(LONG_WAIT), 1);
			CHECK_EQ(p_poller.get_ready()[0].userdata, &mark);
			CHECK_EQ(p_poller.get_ready()[0].events, uint32_t(SocketPoller::EVENT_READABLE));
		}
		uint8_t into[4];
		pair.server.recv(into, 4, count);
		CHECK_EQ(p_poller.wait(0), 0);
		p_poller.remove(pair.server.get_handle());
		pair.client.send(&byte, 1, count);
		CHECK_EQ(p_poller.wait(1000), 0);
	});
}

TEST_CASE("[IO][SocketPoller] An edge registration reports a change once") {
	for_each_poller([](SocketPoller &p_poller, SocketPoller &) {
		LoopbackPair pair;
		REQUIRE(pair.is_connected);
		pair.server.set_wakes_main_loop(false);
		int mark = 0;
		REQUIRE_EQ(p_poller.add(pair.server.get_handle(), SocketPoller::EVENT_READABLE, &mark, SocketPoller::TRIGGER_EDGE), OK);
		const uint8_t byte = 1;
		int count = 0;
		pair.client.send(&byte, 1, count);
		REQUIRE_EQ(p_poller.wait(LONG_WAIT), 1);
		CHECK_EQ(p_poller.wait(1000), 0); // Unread, but no news.
		uint8_t into[4];
		pair.server.recv(into, 4, count);
		CHECK_EQ(pair.server.recv(into, 4, count), ERR_BUSY);
		p_poller.rearm(pair.server.get_handle(), SocketPoller::EVENT_READABLE);
		pair.client.send(&byte, 1, count);
		CHECK_EQ(p_poller.wait(LONG_WAIT), 1);
		p_poller.remove(pair.server.get_handle());
	});
}

TEST_CASE("[IO][SocketPoller] The other side's end is readable, and interest can change") {
	for_each_poller([](SocketPoller &p_poller, SocketPoller &) {
		LoopbackPair pair;
		REQUIRE(pair.is_connected);
		REQUIRE_EQ(p_poller.add(pair.server.get_handle(), SocketPoller::EVENT_WRITABLE, nullptr), OK);
		REQUIRE_EQ(p_poller.wait(LONG_WAIT), 1);
		CHECK_EQ(p_poller.get_ready()[0].events, uint32_t(SocketPoller::EVENT_WRITABLE));
		REQUIRE_EQ(p_poller.modify(pair.server.get_handle(), SocketPoller::EVENT_READABLE, nullptr), OK);
		CHECK_EQ(p_poller.wait(0), 0);
		pair.client.shutdown_sending();
		REQUIRE_EQ(p_poller.wait(LONG_WAIT), 1);
		CHECK((p_poller.get_ready()[0].events & SocketPoller::EVENT_READABLE) != 0);
		CHECK_EQ(p_poller.modify(pair.client.get_handle(), SocketPoller::EVENT_READABLE, nullptr), ERR_DOES_NOT_EXIST);
		p_poller.remove(pair.server.get_handle());
	});
}

TEST_CASE("[IO][SocketPoller] wake() ends a wait from another thread, and is not lost before it") {
	for_each_poller([](SocketPoller &p_poller, SocketPoller &) {
		p_poller.wake();
		CHECK_EQ(p_poller.wait(LONG_WAIT), 0);
		CHECK_EQ(p_poller.wait(0), 0);
		std::thread other([&]() { p_poller.wake(); });
		CHECK_EQ(p_poller.wait(SocketPoller::WAIT_FOREVER), 0);
		other.join();
	});
}

TEST_CASE("[IO][SocketPoller] An outer poller hears of an inner one's sockets and wakes") {
	for_each_poller([](SocketPoller &p_outer, SocketPoller &p_inner) {
		LoopbackPair pair;
		REQUIRE(pair.is_connected);
		pair.server.set_wakes_main_loop(false);
		int inner_mark = 0;
		int socket_mark = 0;
		REQUIRE_EQ(p_outer.add_poller(&p_inner, &inner_mark), OK);
		REQUIRE_EQ(p_inner.add(pair.server.get_handle(), SocketPoller::EVENT_READABLE, &socket_mark), OK);
		CHECK_EQ(p_outer.wait(0), 0);
		const uint8_t byte = 1;
		int count = 0;
		pair.client.send(&byte, 1, count);
		REQUIRE_EQ(p_outer.wait(LONG_WAIT), 1);
		CHECK_EQ(p_outer.get_ready()[0].userdata, &inner_mark);
		REQUIRE_EQ(p_inner.wait(0), 1);
		CHECK_EQ(p_inner.get_ready()[0].userdata, &socket_mark);
		uint8_t into[4];
		pair.server.recv(into, 4, count);
		CHECK_EQ(p_outer.wait(0), 0);
		p_inner.remove(pair.server.get_handle());
		p_outer.remove_poller(&p_inner);
	});
}

TEST_CASE("[IO][SocketPoller] An inner poller that nobody asks is reported once when edge-triggered") {
	for_each_poller([](SocketPoller &p_outer, SocketPoller &p_inner) {
		LoopbackPair pair;
		REQUIRE(pair.is_connected);
		REQUIRE_EQ(p_outer.add_poller(&p_inner, nullptr, SocketPoller::TRIGGER_EDGE), OK);
		REQUIRE_EQ(p_inner.add(pair.server.get_handle(), SocketPoller::EVENT_READABLE, nullptr), OK);
		const uint8_t byte = 1;
		int count = 0;
		pair.client.send(&byte, 1, count);
		REQUIRE_EQ(p_outer.wait(LONG_WAIT), 1);
		CHECK_EQ(p_outer.wait(1000), 0);
		p_inner.remove(pair.server.get_handle());
		p_outer.remove_poller(&p_inner);
	});
}

TEST_CASE("[IO][SocketPoller] Waiting lasts as long as was asked for") {
	for_each_poller([](SocketPoller &p_poller, SocketPoller &) {
		const auto start = std::chrono::steady_clock::now();
		CHECK_EQ(p_poller.wait(3000), 0);
		const auto usec = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
		CHECK(usec >= 2900);
	});
}

TEST_CASE("[IO][SocketPoller] An open socket wakes the main poller when something comes") {
	SocketPoller *poller = SocketPoller::get_main();
	REQUIRE(poller != nullptr);
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	while (poller->wait(0) > 0) { // What connecting itself caused.
	}
	const uint8_t byte = 1;
	int count = 0;
	pair.client.send(&byte, 1, count);
	CHECK(poller->wait(LONG_WAIT) > 0);
	uint8_t into[4];
	pair.server.recv(into, 4, count);
	pair.server.set_wakes_main_loop(false);
	while (poller->wait(0) > 0) {
	}
	pair.client.send(&byte, 1, count);
	CHECK_EQ(poller->wait(1000), 0);
}
