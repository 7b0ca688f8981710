// TCP streams and the server that hands them out.
#pragma once

#include "core/io/tcp_server.h"
#include "core/os/os.h"
#include "tests/support/loopback.h"
#include "tests/test_macros.h"

struct TCPLink {
	Ref<TCPServer> server;
	Ref<StreamPeerTCP> client;
	Ref<StreamPeerTCP> accepted;
	bool is_up = false;

	static bool until(const std::function<bool()> &p_condition) {
		static constexpr int ATTEMPTS = 5000;
		for (int i = 0; i < ATTEMPTS; i++) {
			if (p_condition()) {
				return true;
			}
			OS::get_singleton()->delay_usec(1000);
		}
		return false;
	}

	TCPLink() {
		server.instantiate();
		client.instantiate();
		if (server->listen(0, "127.0.0.1") != OK || client->connect_to_host("127.0.0.1", server->get_local_port()) != OK) {
			return;
		}
		is_up = until([&]() {
			client->poll();
			if (accepted.is_null()) {
				accepted = server->take_connection();
			}
			return accepted.is_valid() && client->get_status() == StreamPeerTCP::STATUS_CONNECTED;
		});
	}
};

TEST_CASE("[IO][TCPServer] A server listens on a port of the system's choice until it is stopped") {
	Ref<TCPServer> server;
	server.instantiate();
	CHECK_FALSE(server->is_listening());
	CHECK_EQ(server->listen(0, "127.0.0.1"), OK);
	CHECK(server->is_listening());
	CHECK(server->get_local_port() > 0);
	CHECK_FALSE(server->is_connection_available());
	CHECK(server->take_connection().is_null());
	server->stop();
	CHECK_FALSE(server->is_listening());
	CHECK_EQ(server->get_local_port(), 0);
}

TEST_CASE("[IO][TCPServer] What cannot be listened on is refused with an error of its own") {
	ExpectErrors quiet;
	Ref<TCPServer> server;
	Ref<TCPServer> second;
	server.instantiate();
	second.instantiate();
	REQUIRE_EQ(server->listen(0, "127.0.0.1"), OK);
	CHECK_EQ(server->listen(0, "127.0.0.1"), ERR_ALREADY_IN_USE);
	CHECK_EQ(second->listen(server->get_local_port(), "127.0.0.1"), ERR_ALREADY_IN_USE);
	CHECK_EQ(second->listen(70000, "127.0.0.1"), ERR_INVALID_PARAMETER);
	CHECK_EQ(second->listen(-1, "127.0.0.1"), ERR_INVALID_PARAMETER);
	CHECK_EQ(second->listen(0, "not an address"), ERR_INVALID_PARAMETER);
	CHECK_EQ(second->listen(0, "192.0.2.77"), ERR_INVALID_PARAMETER);
	CHECK_FALSE(second->is_listening());
}

TEST_CASE("[IO][StreamPeerTCP] Both ends of a connection know addresses and ports") {
	TCPLink link;
	REQUIRE(link.is_up);
	CHECK_EQ(String(link.client->get_connected_host()), "127.0.0.1");
	CHECK_EQ(link.client->get_connected_port(), link.server->get_local_port());
	CHECK_EQ(link.accepted->get_connected_port(), link.client->get_local_port());
	CHECK_EQ(link.accepted->get_local_port(), link.server->get_local_port());
}

TEST_CASE("[IO][StreamPeerTCP] Typed values arrive, and a read takes what is there") {
	TCPLink link;
	REQUIRE(link.is_up);
	link.client->put_utf8_string(String::utf8("žluť"));
	link.client->put_u16(513);
	CHECK_EQ(link.accepted->get_utf8_string(), String::utf8("žluť"));
	CHECK_EQ(link.accepted->get_u16(), 513);
	uint8_t into[8];
	int count = -1;
	CHECK_EQ(link.accepted->get_partial_data(into, 8, count), OK);
	CHECK_EQ(count, 0);
}

TEST_CASE("[IO][StreamPeerTCP] What was sent before the end is read before the end is seen") {
	TCPLink link;
	REQUIRE(link.is_up);
	const uint8_t bytes[3] = { 1, 2, 3 };
	link.client->put_data(bytes, 3);
	link.client->disconnect_from_host();
	CHECK_EQ(link.client->get_status(), StreamPeerTCP::STATUS_NONE);
	REQUIRE(TCPLink::until([&]() { return link.accepted->get_available_bytes() == 3; }));
	link.accepted->poll();
	CHECK_EQ(link.accepted->get_status(), StreamPeerTCP::STATUS_CONNECTED);
	uint8_t into[3] = {};
	CHECK_EQ(link.accepted->get_data(into, 3), OK);
	CHECK_EQ(into[2], 3);
	CHECK(TCPLink::until([&]() {
		link.accepted->poll();
		return link.accepted->get_status() == StreamPeerTCP::STATUS_NONE;
	}));
	CHECK(link.accepted->get_data(into, 1) != OK);
	CHECK_EQ(link.accepted->get_available_bytes(), -1);
}

TEST_CASE("[IO][StreamPeerTCP] A refused connection is an error, and the peer can be used again") {
	TCPLink link;
	REQUIRE(link.is_up);
	const int port = link.server->get_local_port();
	link.server->stop();
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	CHECK_EQ(peer->connect_to_host("127.0.0.1", port), OK);
	REQUIRE(TCPLink::until([&]() {
		peer->poll();
		return peer->get_status() != StreamPeerTCP::STATUS_CONNECTING;
	}));
	CHECK_EQ(peer->get_status(), StreamPeerTCP::STATUS_ERROR);
	CHECK_EQ(peer->get_connection_error(), ERR_CANT_CONNECT);
	CHECK(peer->get_connection_error_message().contains("127.0.0.1 port " + itos(port)));
	REQUIRE_EQ(link.server->listen(0, "127.0.0.1"), OK);
	CHECK_EQ(peer->connect_to_host("127.0.0.1", link.server->get_local_port()), OK);
	CHECK(TCPLink::until([&]() {
		peer->poll();
		return peer->get_status() == StreamPeerTCP::STATUS_CONNECTED;
	}));
}

TEST_CASE("[IO][StreamPeerTCP] Bad hosts and ports are refused before anything is opened") {
	ExpectErrors quiet;
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	CHECK_EQ(peer->connect_to_host("127.0.0.1", 70000), ERR_INVALID_PARAMETER);
	CHECK_EQ(peer->connect_to_host("127.0.0.1", 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(peer->connect_to_host("", 80), ERR_INVALID_PARAMETER);
	CHECK_EQ(peer->connect_to_host("not a host!", 80), ERR_CANT_RESOLVE);
	CHECK_EQ(peer->get_status(), StreamPeerTCP::STATUS_NONE);
	CHECK_EQ(peer->get_available_bytes(), -1);
	const uint8_t byte = 1;
	CHECK_EQ(peer->put_data(&byte, 1), FAILED);
}

TEST_CASE("[IO][StreamPeerTCP] A name that does not exist is an error in the background, with words") {
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	CHECK_EQ(peer->connect_to_host("no-such-host.invalid", 80), OK); // RFC 6761 §6.4: never exists.
	for (int i = 0; i < 30000 && peer->get_status() == StreamPeerTCP::STATUS_CONNECTING; i++) {
		OS::get_singleton()->delay_usec(1000);
		peer->poll();
	}
	CHECK_EQ(peer->get_status(), StreamPeerTCP::STATUS_ERROR);
	CHECK_EQ(peer->get_connection_error(), ERR_CANT_RESOLVE);
	CHECK(peer->get_connection_error_message().contains("no-such-host.invalid"));
}

TEST_CASE("[IO][StreamPeerTCP] Binding chooses the local port of the connection") {
	TCPLink link;
	REQUIRE(link.is_up);
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	REQUIRE_EQ(peer->bind(0, "127.0.0.1"), OK);
	const int port = peer->get_local_port();
	CHECK(port > 0);
	REQUIRE_EQ(peer->connect_to_host("127.0.0.1", link.server->get_local_port()), OK);
	Ref<StreamPeerTCP> accepted;
	REQUIRE(TCPLink::until([&]() {
		peer->poll();
		accepted = link.server->take_connection();
		return accepted.is_valid();
	}));
	CHECK_EQ(accepted->get_connected_port(), port);
}

TEST_CASE("[IO][StreamPeerTCP] A name with several addresses is tried until one answers") {
	Ref<TCPServer> server;
	server.instantiate();
	REQUIRE_EQ(server->listen(0, "127.0.0.1"), OK); // Nobody listens on ::1, which localhost may name first.
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	REQUIRE_EQ(peer->connect_to_host("localhost", server->get_local_port()), OK);
	CHECK(TCPLink::until([&]() {
		peer->poll();
		return peer->get_status() != StreamPeerTCP::STATUS_CONNECTING;
	}));
	CHECK_EQ(peer->get_status(), StreamPeerTCP::STATUS_CONNECTED);
	CHECK_EQ(String(peer->get_connected_host()), "127.0.0.1");
}
