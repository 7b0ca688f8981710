// Makes the module's classes known to scripts.
#include "modules/websocket/register_types.h"

#include "core/object/class_db.h"
#include "modules/websocket/websocket_client.h"
#include "modules/websocket/websocket_multiplayer_peer.h"
#include "modules/websocket/websocket_peer.h"
#include "modules/websocket/websocket_request.h"
#include "modules/websocket/websocket_server.h"

void initialize_websocket_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		GDREGISTER_CLASS(WebSocketPeer);
		GDREGISTER_CLASS(WebSocketMultiplayerPeer);
		GDREGISTER_CLASS(WebSocketServer);
		GDREGISTER_CLASS(WebSocketClient);
		GDREGISTER_CLASS(WebSocketRequest);
	}
}

void uninitialize_websocket_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		WSPeerBackend::end_all();
	}
}
