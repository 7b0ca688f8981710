// Sockets over loopback: connecting, partial transfers, ends and errors.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "tests/support/loopback.h"
#include "tests/test_macros.h"

#include <cstring>

static const uint8_t *bytes_of(const char *p_text) {
	return reinterpret_cast<const uint8_t *>(p_text);
}

TEST_CASE("[IO][NetSocket] Bytes go both ways and both ends know each other") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	IPAddress address;
	uint16_t port = 0;
	REQUIRE_EQ(pair.client.get_local_address(address, port), OK);
	CHECK_EQ(port, pair.client_port);
	CHECK(pair.client_address == IPAddress("127.0.0.1"));

	int sent = 0;
	CHECK_EQ(pair.client.send(bytes_of("hello"), 5, sent), OK);
	CHECK_EQ(sent, 5);
	uint8_t into[16] = {};
	int read = 0;
	REQUIRE(wait_for(pair.server, SocketPoller::EVENT_READABLE, [&]() { return pair.server.get_available_bytes() == 5; }));
	CHECK_EQ(pair.server.peek(into, 2, read), OK);
	CHECK_EQ(read, 2);
	CHECK_EQ(pair.server.recv(into, 16, read), OK);
	CHECK_EQ(read, 5);
	CHECK_EQ(memcmp(into, "hello", 5), 0);
	CHECK_EQ(pair.server.recv(into, 16, read), ERR_BUSY);
	CHECK_EQ(read, 0);
}

TEST_CASE("[IO][NetSocket] The end of the other side is told after its last bytes") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	int count = 0;
	pair.client.send(bytes_of("bye"), 3, count);
	pair.client.shutdown_sending();
	uint8_t into[16];
	REQUIRE(wait_for(pair.server, SocketPoller::EVENT_READABLE, [&]() { return pair.server.recv(into, 16, count) == OK; }));
	CHECK_EQ(count, 3);
	CHECK(wait_for(pair.server, SocketPoller::EVENT_READABLE, [&]() { return pair.server.recv(into, 16, count) == ERR_FILE_EOF; }));
	CHECK_EQ(pair.server.send(bytes_of("x"), 1, count), OK); // Our half is still open.
}

TEST_CASE("[IO][NetSocket] A full buffer says busy, and a gone peer is an error and no signal") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	LocalVector<uint8_t> block;
	block.resize(1 << 20);
	memset(block.ptr(), 7, block.size());
	Error error = OK;
	int64_t total = 0;
	for (int i = 0; i < 200 && error == OK; i++) {
		int sent = 0;
		error = pair.client.send(block.ptr(), int(block.size()), sent);
		total += sent;
	}
	CHECK_EQ(error, ERR_BUSY);
	CHECK(total > 0);
	pair.server.close();
	CHECK(wait_for(pair.client, SocketPoller::EVENT_WRITABLE, [&]() {
		int sent = 0;
		return pair.client.send(block.ptr(), 1, sent) == ERR_CONNECTION_ERROR;
	}));
}

TEST_CASE("[IO][NetSocket] Many chunks leave in order with one call") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	static constexpr int COUNT = NetSocket::MAX_CHUNKS * 2 + 3;
	uint8_t values[COUNT];
	ByteChunk chunks[COUNT * 2];
	for (int i = 0; i < COUNT; i++) {
		values[i] = uint8_t(i);
		chunks[i * 2] = { values + i, 1 };
		chunks[i * 2 + 1] = { nullptr, 0 };
	}
	int64_t sent = 0;
	CHECK_EQ(pair.client.send_chunks(chunks, COUNT * 2, sent), OK);
	CHECK_EQ(sent, COUNT);
	uint8_t into[COUNT];
	int have = 0;
	REQUIRE(wait_for(pair.server, SocketPoller::EVENT_READABLE, [&]() {
		int read = 0;
		if (pair.server.recv(into + have, MAX(COUNT - have, 1), read) == OK) {
			have += read;
		}
		return have == COUNT;
	}));
	CHECK_EQ(memcmp(into, values, COUNT), 0);
}

TEST_CASE("[IO][NetSocket] A port that is taken, a refused connection and a foreign address have errors of their own") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	NetSocket second;
	REQUIRE_EQ(second.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_IPV4), OK);
	CHECK_EQ(second.bind("127.0.0.1", pair.port), ERR_ALREADY_IN_USE);
	CHECK_EQ(second.bind("192.0.2.77", 0), ERR_INVALID_PARAMETER); // Reserved for documentation: nobody has it.
	CHECK_EQ(second.bind(IPAddress(), 0), ERR_INVALID_PARAMETER);

	pair.listener.close();
	NetSocket third;
	REQUIRE_EQ(third.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_IPV4), OK);
	Error error = third.connect_to_address("127.0.0.1", pair.port);
	if (error == ERR_BUSY) {
		wait_for(third, SocketPoller::EVENT_WRITABLE, [&]() { return (error = third.finish_connect()) != ERR_BUSY; });
	}
	CHECK_EQ(error, ERR_CANT_CONNECT);
}

TEST_CASE("[IO][NetSocket] A dual-stack listener takes IPv4 clients and shows their IPv4 address") {
	NetSocket listener;
	REQUIRE_EQ(listener.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_DUAL), OK);
	REQUIRE_EQ(listener.bind("*", 0), OK);
	REQUIRE_EQ(listener.listen(), OK);
	IPAddress address;
	uint16_t port = 0;
	listener.get_local_address(address, port);
	NetSocket client;
	client.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_IPV4);
	client.connect_to_address("127.0.0.1", port);
	NetSocket server;
	REQUIRE(wait_for(listener, SocketPoller::EVENT_READABLE, [&]() { return listener.accept(server, address, port) == OK; }));
	CHECK(address.is_ipv4());
	CHECK(address == IPAddress("127.0.0.1"));
}

TEST_CASE("[IO][NetSocket] Moving a socket moves the connection") {
	LoopbackPair pair;
	REQUIRE(pair.is_connected);
	NetSocket moved(static_cast<NetSocket &&>(pair.client));
	CHECK_FALSE(pair.client.is_open());
	int count = 0;
	CHECK_EQ(moved.send(bytes_of("m"), 1, count), OK);
	uint8_t into[4];
	CHECK(wait_for(pair.server, SocketPoller::EVENT_READABLE, [&]() { return pair.server.recv(into, 4, count) == OK; }));
}

TEST_CASE("[IO][NetSocket] Datagrams keep their bounds and tell their sender") {
	NetSocket a;
	NetSocket b;
	REQUIRE_EQ(a.open(NetSocket::TYPE_UDP, NetSocket::FAMILY_IPV4), OK);
	REQUIRE_EQ(b.open(NetSocket::TYPE_UDP, NetSocket::FAMILY_IPV4), OK);
	REQUIRE_EQ(a.bind("127.0.0.1", 0), OK);
	REQUIRE_EQ(b.bind("127.0.0.1", 0), OK);
	IPAddress address;
	uint16_t port_a = 0;
	uint16_t port_b = 0;
	a.get_local_address(address, port_a);
	b.get_local_address(address, port_b);
	int count = 0;
	CHECK_EQ(a.send_to(bytes_of("one"), 3, count, "127.0.0.1", port_b), OK);
	CHECK_EQ(a.send_to(bytes_of("longer"), 6, count, "127.0.0.1", port_b), OK);
	uint8_t into[16];
	uint16_t from = 0;
	REQUIRE(wait_for(b, SocketPoller::EVENT_READABLE, [&]() { return b.recv_from(into, 16, count, address, from) == OK; }));
	CHECK_EQ(count, 3);
	CHECK_EQ(from, port_a);
	REQUIRE(wait_for(b, SocketPoller::EVENT_READABLE, [&]() { return b.get_available_bytes() > 0; }));
	CHECK_EQ(b.recv_from(into, 2, count, address, from), ERR_OUT_OF_MEMORY);
	CHECK_EQ(b.recv_from(into, 16, count, address, from), ERR_BUSY);
}
