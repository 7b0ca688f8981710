// StreamPeerSocket: what StreamPeers over a socket of the operating system have in common.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/stream_peer.h"

class StreamPeerSocket : public StreamPeer {
	GDCLASS(StreamPeerSocket, StreamPeer);

public:
	enum Status : int {
		STATUS_NONE, // Never connected, or the connection has ended.
		STATUS_CONNECTING,
		STATUS_CONNECTED,
		STATUS_ERROR, // The connection could not be made.
	};

	// Moves the status on; the status never changes on its own, except that a transfer notices the end of a connection.
	Error poll();
	Status get_status() const { return status; }
	virtual void disconnect_from_host();

	const NetSocket &get_socket() const { return socket; }
	NetSocket &get_socket() { return socket; }
	// Gives the socket away (for a server loop of its own); the peer is STATUS_NONE afterwards.
	NetSocket release_socket();

	Error put_data(const uint8_t *p_data, int p_bytes) override;
	Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) override;
	Error put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) override;
	Error get_data(uint8_t *p_into, int p_bytes) override;
	Error get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) override;
	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override;
	int get_available_bytes() const override; // -1 without a connection.

protected:
	static void _bind_methods();

	// Called while STATUS_CONNECTING; sets the status when the attempt has ended.
	virtual void _poll_connecting() = 0;
	virtual void _wait_connecting(); // Sleeps a little while STATUS_CONNECTING, for transfers that block.

	NetSocket socket;
	Status status = STATUS_NONE;

private:
	Error _check_connected();
	Error _end_of_transfer(Error p_verdict);
	void _wait_for(uint32_t p_events);
};

VARIANT_ENUM_CAST(StreamPeerSocket::Status);
