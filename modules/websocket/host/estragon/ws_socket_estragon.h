// This tree's own sockets under the module's names, at no cost. See host/ws_socket.h.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/network_turn.h"
#include "core/io/socket_poller.h"
#include "core/io/socket_watch.h"
#include "core/io/tcp_connector.h"
#include "core/io/tcp_server.h"

using WSSocket = NetSocket;
using WSPoller = SocketPoller;
using WSWatch = SocketWatch;
using WSTurn = NetworkTurn;
using WSTaker = NetworkTaker;
using WSDialer = TCPConnector;

inline constexpr bool WS_HOST_HAS_TURNS = true; // What asked for a turn is called before the next frame.

// r_socket listens, and wakes nobody. Port 0 lets the system choose; errors are those of TCPServer::listen().
inline Error ws_listen(WSSocket &r_socket, int p_port, const String &p_bind_address) {
	return TCPServer::open_listening_socket(r_socket, p_port, p_bind_address, NetSocket::WAKES_NOBODY);
}
