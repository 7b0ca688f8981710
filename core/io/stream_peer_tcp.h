// StreamPeerTCP: a TCP connection, made by us or taken from a TCPServer.
#pragma once

#include "core/io/net_socket.h"
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
	// Gives the socket away (for a server loop of its own); the peer is STATUS_NONE afterwards.
	NetSocket release_socket();

	Error poll() override;
	Status get_status() const override { return status; }
	void disconnect_from_host() override;

	IPAddress get_connected_host() const { return peer_address; }
	int get_connected_port() const { return peer_port; }
	int get_local_port() const;
	void set_no_delay(bool p_enabled);
	const NetSocket &get_socket() const { return socket; }

	Error put_data(const uint8_t *p_data, int p_bytes) override;
	Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) override;
	Error put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) override;
	Error get_data(uint8_t *p_into, int p_bytes) override;
	Error get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) override;
	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override;
	int get_available_bytes() const override;

	~StreamPeerTCP() override;

protected:
	static void _bind_methods();

private:
	Error _start_connecting();
	void _poll_connecting();
	Error _check_connected();
	String _get_connected_host() const { return peer_address; }

	NetSocket socket;
	IPAddress peer_address;
	uint16_t peer_port = 0;
	bool bound = false;
	Status status = STATUS_NONE;
	LocalVector<IPAddress> untried; // Addresses of the name, tried from the last to the first until one answers.
	int64_t connect_deadline_msec = 0;
};
