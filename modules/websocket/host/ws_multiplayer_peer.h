// MultiplayerPeer of the engine tree that hosts the module.
#pragma once

#if __has_include("core/scene/main/multiplayer_peer.h")
#include "core/scene/main/multiplayer_peer.h"
#define WS_HOST_SENDS_TO_LISTS 1 // It has put_packet_to() and get_peer_latency_msec().
#else
#include "scene/main/multiplayer_peer.h"
#endif
