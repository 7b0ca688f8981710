// StreamPeerTCP: a TCP connection, made by us or taken from a TCPServer.
#pragma once

#include "core/io/stream_peer_socket.h"

class TCPConnector;

class StreamPeerTCP : public StreamPeerSocket {
	GDCLASS(StreamPeerTCP, StreamPeerSocket);

public:
	// p_host is an address or a name; nothing blocks on a name, and the addresses of both families are raced (see TCPConnector).
	// ERR_INVALID_PARAMETER for a port out of 1-65535 or an empty host, ERR_ALREADY_IN_USE while connected; what fails at once, as
	// get_connection_error() says. OK: under way, poll() tells how it ends.
	Error connect_to_host(const String &p_host, int p_port);
	Error connect_to_address(const IPAddress &p_address, int p_port);
	Error bind(int p_port, const String &p_host = "*"); // The local end of the connection that will be made.
	// Takes over a connected socket, e.g. from NetSocket::accept().
	void accept_socket(NetSocket &&p_socket, const IPAddress &p_address, uint16_t p_port);
	void disconnect_from_host() override;

	// What ended the last attempt to connect: OK, ERR_CANT_RESOLVE, ERR_CANT_CONNECT (refused), ERR_UNAVAILABLE (no way there), ERR_TIMEOUT.
	Error get_connection_error() const { return connection_error; }
	String get_connection_error_message() const { return connection_error_text; }

	IPAddress get_connected_host() const { return peer_address; }
	int get_connected_port() const { return peer_port; }
	bool is_resolving() const; // While connecting: the name has no address yet.
	int get_local_port() const;
	void set_no_delay(bool p_enabled);

	~StreamPeerTCP() override;

protected:
	static void _bind_methods();
	void let_go() override { disconnect_from_host(); }
	void _poll_connecting() override;
	void _wait_connecting() override;

private:
	Error _start(const String &p_host, const IPAddress &p_address, int p_port);
	Error _follow_connector();
	String _get_connected_host() const { return peer_address; }

	TCPConnector *connector = nullptr; // While connecting.
	IPAddress peer_address;
	uint16_t peer_port = 0;
	bool bound = false;
	Error connection_error = OK;
	String connection_error_text;
};
