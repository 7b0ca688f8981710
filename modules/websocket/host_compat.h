// The only place that knows which engine tree hosts the module: what the tree lacks is decided here and nowhere else.
#pragma once

#if !__has_include("core/io/http_codec.h")
#error "modules/websocket reads its handshakes with core/io/http_codec.h and core/io/http_codec.cpp: copy these two files along with the module."
#endif

#if __has_include("core/io/socket_poller.h")
#define WS_HOST_HAS_SOCKET_POLLER 1 // One readiness set for any number of sockets, and NetSocket as a plain value.
#elif !defined(WEB_ENABLED)
#error "modules/websocket needs core/io/socket_poller.h, core/io/net_socket.h and core/io/tcp_connector.h; copy them, core/io/network_turn.h and core/io/socket_watch.h (and their sources) along with the module."
#endif
