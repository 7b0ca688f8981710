// TCPServer: listens and hands out connections one by one.
#pragma once

#include "core/io/socket_server.h"
#include "core/io/stream_peer_tcp.h"

class TCPServer : public SocketServer {
	GDCLASS(TCPServer, SocketServer);

public:
	// p_port 0 lets the system choose (get_local_port() tells). "*" listens on all addresses of both families.
	// ERR_ALREADY_IN_USE (this server listens already, or another program has the port), ERR_INVALID_PARAMETER (port out of 0-65535
	// or not an address), ERR_UNAUTHORIZED (privileged port), ERR_CANT_CREATE; each with a message that names the port and the mend.
	Error listen(int p_port, const String &p_bind_address = "*");
	// The part of listen() that a server with its own poller needs: opens, binds and listens, with the same messages.
	static Error open_listening_socket(NetSocket &r_socket, int p_port, const String &p_bind_address, NetSocket::MainLoopWake p_wake = NetSocket::WAKES_MAIN_LOOP);
	int get_local_port() const; // 0 when not listening.
	Ref<StreamPeerTCP> take_connection(); // null when nobody waits.
	Ref<StreamPeerSocket> take_socket_connection() override { return take_connection(); }

protected:
	static void _bind_methods();
};
