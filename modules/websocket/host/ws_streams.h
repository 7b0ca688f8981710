// What the module asks of the hosting tree's StreamPeers beyond the API that both trees have: pieces in one write, the socket at the
// bottom, and those parts of StreamPeerTLS that whoever serves its socket by readiness needs.
#pragma once

#if __has_include("core/io/stream_peer_socket.h") && __has_include("core/io/socket_poller.h")
#include "modules/websocket/host/estragon/ws_streams_estragon.h"
#else
#include "modules/websocket/host/stock/ws_streams_stock.h"
#endif
