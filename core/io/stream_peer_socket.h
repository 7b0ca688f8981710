// StreamPeerSocket: what StreamPeers over a socket of the operating system have in common.
#pragma once

#include "core/io/stream_peer.h"

class StreamPeerSocket : public StreamPeer {
	GDCLASS(StreamPeerSocket, StreamPeer);

public:
	enum Status {
		STATUS_NONE, // Never connected, or the connection has ended.
		STATUS_CONNECTING,
		STATUS_CONNECTED,
		STATUS_ERROR, // The connection could not be made.
	};

	virtual Error poll() = 0; // Moves the status on; the status never changes on its own.
	virtual Status get_status() const = 0;
	virtual void disconnect_from_host() = 0;

protected:
	static void _bind_methods();
};

VARIANT_ENUM_CAST(StreamPeerSocket::Status);
