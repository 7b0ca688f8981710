// A connected pair of sockets over loopback, for tests.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/socket_poller.h"

#include <functional>

// Waits at most ten seconds for p_condition, sleeping on p_socket's events in between. False when it never came true.
inline bool wait_for(const NetSocket &p_socket, uint32_t p_events, const std::function<bool()> &p_condition) {
	static constexpr int ATTEMPTS = 1000;
	for (int i = 0; i < ATTEMPTS; i++) {
		if (p_condition()) {
			return true;
		}
		p_socket.wait(p_events, 10000);
	}
	return p_condition();
}

struct LoopbackPair {
	NetSocket listener;
	NetSocket client;
	NetSocket server;
	IPAddress client_address; // As the server sees it.
	uint16_t client_port = 0;
	uint16_t port = 0;
	bool is_connected = false;

	explicit LoopbackPair(const IPAddress &p_address = IPAddress("127.0.0.1")) {
		const NetSocket::Family family = p_address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
		IPAddress bound;
		if (listener.open(NetSocket::TYPE_TCP, family) != OK || listener.bind(p_address, 0) != OK || listener.listen() != OK || listener.get_local_address(bound, port) != OK) {
			return;
		}
		client.open(NetSocket::TYPE_TCP, family);
		const Error begun = client.connect_to_address(p_address, port);
		if (begun != OK && begun != ERR_BUSY) {
			return;
		}
		is_connected = wait_for(listener, SocketPoller::EVENT_READABLE, [&]() { return listener.accept(server, client_address, client_port) == OK; });
		is_connected = is_connected && wait_for(client, SocketPoller::EVENT_WRITABLE, [&]() { return client.finish_connect() == OK; });
	}
};
