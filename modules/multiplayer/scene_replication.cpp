// Spawns, despawns and synchronised state.
#include "modules/multiplayer/scene_replication.h"

#include "modules/multiplayer/scene_multiplayer.h"

void SceneReplication::on_peer_added(int p_peer) {
}

void SceneReplication::on_peer_removed(int p_peer) {
}

void SceneReplication::on_reset() {
}

void SceneReplication::on_network_process(double p_delta) {
}

Error SceneReplication::process_packet(int p_from, uint8_t p_command, Span<uint8_t> p_bytes) {
	return ERR_UNAVAILABLE;
}

Error SceneReplication::add_configuration(Object *p_object, const Variant &p_configuration) {
	return ERR_UNAVAILABLE;
}

Error SceneReplication::remove_configuration(Object *p_object, const Variant &p_configuration) {
	return ERR_UNAVAILABLE;
}

bool SceneReplication::is_rpc_visible(ObjectID p_object, int p_peer) const {
	return true;
}
