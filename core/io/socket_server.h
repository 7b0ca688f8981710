// SocketServer: what servers that hand out StreamPeerSockets have in common.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/stream_peer_socket.h"

class SocketServer : public RefCounted {
	GDCLASS(SocketServer, RefCounted);

public:
	bool is_listening() const { return socket.is_open(); }
	bool is_connection_available() const;
	virtual void stop(); // Connections that nobody took are refused.
	virtual Ref<StreamPeerSocket> take_socket_connection() = 0;

protected:
	static void _bind_methods();
	void let_go() override { stop(); }

	NetSocket socket;
};
