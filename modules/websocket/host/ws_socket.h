// Sockets, and the loop that sleeps on them, of the engine tree that hosts the module.
//
// WSSocket   a socket as a move-only value
// WSPoller   a readiness set
// WSWatch    what the main loop's readiness set knows of one socket
// WSTurn, WSTaker   the main loop's turns between frames
// WSDialer   from a host and a port to a connected socket
//
// Estragon has all of them in core/io, whose headers are their contracts. host/stock builds what the module uses of them from a stock
// tree's NetSocket and IP. There is no sleep on sockets there and nothing to hear of them between frames: everything happens when
// something polls, and a readiness set asks each of its sockets.
#pragma once

#if __has_include("core/io/socket_poller.h")
#include "modules/websocket/host/estragon/ws_socket_estragon.h"
#else
#include "modules/websocket/host/stock/ws_dialer_stock.h"
#include "modules/websocket/host/stock/ws_socket_stock.h"
#endif
