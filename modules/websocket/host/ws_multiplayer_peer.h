// MultiplayerPeer of the engine tree that hosts the module.
#pragma once

#if __has_include("core/scene/main/multiplayer_peer.h")
#include "core/scene/main/multiplayer_peer.h"
#else
#include "scene/main/multiplayer_peer.h"
#endif
