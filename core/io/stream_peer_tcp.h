// StreamPeerTCP: a TCP connection, made by us or taken from a TCPServer.
#pragma once

#include "core/io/stream_peer_socket.h"
#include "core/templates/local_vector.h"

class StreamPeerTCP : public StreamPeerSocket {
	GDCLASS(StreamPeerTCP, StreamPeerSocket);

public:
	// p_host is an address or a name; a name is resolved on the spot (through IP's cache). ERR_INVALID_PARAMETER for a port out of
	// 1-65535 or an empty host, ERR_CANT_RESOLVE, ERR_ALREADY_IN_USE while connected. OK: under way, poll() tells how it ends.
	Error connect_to_host(const String &p_host, int p_port);
	Error connect_to_address(const IPAddress &p_address, int p_port);
	Error bind(int p_port, const String &p_host = "*"); // The local end of the connection that will be made.
	// Takes over a connected socket, e.g. from NetSocket::accept().
	void accept_socket(NetSocket &&p_socket, const IPAddress &p_address, uint16_t p_port);
	void disconnect_from_host() override;

	IPAddress get_connected_host() const { return peer_address; }
	int get_connected_port() const { return peer_port; }
	int get_local_port() const;
	void set_no_delay(bool p_enabled);

	~StreamPeerTCP() override;

protected:
	static void _bind_methods();
	void let_go() override { disconnect_from_host(); }
	void _poll_connecting() override;

private:
	Error _start_connecting();
	String _get_connected_host() const { return peer_address; }

	IPAddress peer_address;
	uint16_t peer_port = 0;
	bool bound = false;
	LocalVector<IPAddress> untried; // Addresses of the name, tried from the last to the first until one answers.
	int64_t connect_deadline_msec = 0;
};
