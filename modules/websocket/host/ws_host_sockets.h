// What the module's sockets ask of the engine tree that hosts it, beyond ws_host.h.
#pragma once

#include "modules/websocket/host/ws_host.h"

#if __has_include("core/io/socket_poller.h")
#define WS_HOST_HAS_SOCKET_POLLER 1 // One readiness set for any number of sockets, and NetSocket as a plain value.
#elif !defined(WEB_ENABLED)
#error "modules/websocket needs core/io/socket_poller.h, core/io/net_socket.h and core/io/tcp_connector.h; copy them, core/io/network_turn.h and core/io/socket_watch.h (and their sources) along with the module."
#endif
