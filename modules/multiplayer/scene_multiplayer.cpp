// The bound API and the life of the connection.
#include "modules/multiplayer/scene_multiplayer.h"

#include "core/object/callable_method_pointer.h"
#include "core/scene/main/node.h"
#include "core/scene/main/offline_multiplayer_peer.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"

SceneMultiplayer::SceneMultiplayer() :
		path_cache(this), replication(this) {
	set_multiplayer_peer(Ref<MultiplayerPeer>(memnew(OfflineMultiplayerPeer)));
}

SceneMultiplayer::~SceneMultiplayer() {
	clear();
}

Error SceneMultiplayer::poll() {
	return OK;
}

void SceneMultiplayer::set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) {
	peer = p_peer;
}

int SceneMultiplayer::get_unique_id() {
	return peer.is_valid() ? peer->get_unique_id() : 0;
}

Vector<int32_t> SceneMultiplayer::get_peer_ids() {
	Vector<int32_t> ids;
	for (int id : connected_peers) {
		ids.push_back(id);
	}
	return ids;
}

Error SceneMultiplayer::rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) {
	return ERR_UNAVAILABLE;
}

// Without an object, a path is that of the topmost node; with one, spawners and synchronizers are replication's.
Error SceneMultiplayer::object_configuration_add(Object *p_object, const Variant &p_configuration) {
	if (p_object == nullptr && p_configuration.get_type() == Variant::NODE_PATH) {
		set_root_path(p_configuration);
		return OK;
	}
	return replication.add_configuration(p_object, p_configuration);
}

Error SceneMultiplayer::object_configuration_remove(Object *p_object, const Variant &p_configuration) {
	if (p_object == nullptr && p_configuration.get_type() == Variant::NODE_PATH) {
		ERR_FAIL_COND_V(root_path != NodePath(p_configuration), ERR_INVALID_PARAMETER);
		set_root_path(NodePath());
		return OK;
	}
	return replication.remove_configuration(p_object, p_configuration);
}

void SceneMultiplayer::clear() {
	connected_peers.clear();
	path_cache.clear();
	replication.on_reset();
}

void SceneMultiplayer::disconnect_peer(int p_id) {
}

Error SceneMultiplayer::send_bytes(const Vector<uint8_t> &p_bytes, int p_id, MultiplayerPeer::TransferMode p_mode, int p_channel) {
	return OK;
}

Vector<int32_t> SceneMultiplayer::get_authenticating_peer_ids() {
	return Vector<int32_t>();
}

Error SceneMultiplayer::send_auth(int p_id, const Vector<uint8_t> &p_data) {
	return ERR_UNAVAILABLE;
}

Error SceneMultiplayer::complete_auth(int p_id) {
	return ERR_UNAVAILABLE;
}

void SceneMultiplayer::set_auth_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "auth_timeout is a number of seconds; 0 is for no limit.");
	auth_timeout = p_seconds;
}

void SceneMultiplayer::set_root_path(const NodePath &p_path) {
	ERR_FAIL_COND_MSG(!p_path.is_absolute() && !p_path.is_empty(), vformat("root_path must be absolute or empty, not \"%s\".", String(p_path)));
	root_path = p_path;
}

void SceneMultiplayer::set_refuse_new_connections(bool p_refuse) {
	ERR_FAIL_COND_MSG(peer.is_null(), "refuse_new_connections: there is no multiplayer peer.");
	peer->set_refuse_new_connections(p_refuse);
}

bool SceneMultiplayer::is_refusing_new_connections() const {
	ERR_FAIL_COND_V_MSG(peer.is_null(), false, "refuse_new_connections: there is no multiplayer peer.");
	return peer->is_refusing_new_connections();
}

void SceneMultiplayer::set_server_relay_enabled(bool p_enabled) {
	ERR_FAIL_COND_MSG(peer.is_valid() && peer->get_connection_status() != MultiplayerPeer::CONNECTION_DISCONNECTED && peer->is_server_relay_supported(), "server_relay cannot change while a multiplayer peer is in use.");
	server_relay = p_enabled;
}

void SceneMultiplayer::set_max_sync_packet_size(int p_size) {
	ERR_FAIL_COND_MSG(p_size < 128, "max_sync_packet_size must be 128 at least.");
	max_sync_packet_size = p_size;
}

void SceneMultiplayer::set_max_delta_packet_size(int p_size) {
	ERR_FAIL_COND_MSG(p_size < 128, "max_delta_packet_size must be 128 at least.");
	max_delta_packet_size = p_size;
}

Error SceneMultiplayer::send_command(Span<uint8_t> p_packet, int p_peer, int p_channel, MultiplayerPeer::TransferMode p_mode) {
	return ERR_UNAVAILABLE;
}

Node *SceneMultiplayer::get_root_node() const {
	SceneTree *tree = SceneTree::get_singleton();
	return tree && !root_path.is_empty() ? tree->get_root()->get_node_or_null(root_path) : nullptr;
}

void SceneMultiplayer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_root_path", "path"), &SceneMultiplayer::set_root_path);
	ClassDB::bind_method(D_METHOD("get_root_path"), &SceneMultiplayer::get_root_path);
	ClassDB::bind_method(D_METHOD("clear"), &SceneMultiplayer::clear);
	ClassDB::bind_method(D_METHOD("disconnect_peer", "id"), &SceneMultiplayer::disconnect_peer);
	ClassDB::bind_method(D_METHOD("get_authenticating_peers"), &SceneMultiplayer::get_authenticating_peer_ids);
	ClassDB::bind_method(D_METHOD("send_auth", "id", "data"), &SceneMultiplayer::send_auth);
	ClassDB::bind_method(D_METHOD("complete_auth", "id"), &SceneMultiplayer::complete_auth);
	ClassDB::bind_method(D_METHOD("set_auth_callback", "callback"), &SceneMultiplayer::set_auth_callback);
	ClassDB::bind_method(D_METHOD("get_auth_callback"), &SceneMultiplayer::get_auth_callback);
	ClassDB::bind_method(D_METHOD("set_auth_timeout", "timeout"), &SceneMultiplayer::set_auth_timeout);
	ClassDB::bind_method(D_METHOD("get_auth_timeout"), &SceneMultiplayer::get_auth_timeout);
	ClassDB::bind_method(D_METHOD("set_refuse_new_connections", "refuse"), &SceneMultiplayer::set_refuse_new_connections);
	ClassDB::bind_method(D_METHOD("is_refusing_new_connections"), &SceneMultiplayer::is_refusing_new_connections);
	ClassDB::bind_method(D_METHOD("set_allow_object_decoding", "enable"), &SceneMultiplayer::set_allow_object_decoding);
	ClassDB::bind_method(D_METHOD("is_object_decoding_allowed"), &SceneMultiplayer::is_object_decoding_allowed);
	ClassDB::bind_method(D_METHOD("set_server_relay_enabled", "enabled"), &SceneMultiplayer::set_server_relay_enabled);
	ClassDB::bind_method(D_METHOD("is_server_relay_enabled"), &SceneMultiplayer::is_server_relay_enabled);
	ClassDB::bind_method(D_METHOD("send_bytes", "bytes", "id", "mode", "channel"), &SceneMultiplayer::send_bytes, DEFVAL(MultiplayerPeer::TARGET_PEER_BROADCAST), DEFVAL(MultiplayerPeer::TRANSFER_MODE_RELIABLE), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_max_sync_packet_size"), &SceneMultiplayer::get_max_sync_packet_size);
	ClassDB::bind_method(D_METHOD("set_max_sync_packet_size", "size"), &SceneMultiplayer::set_max_sync_packet_size);
	ClassDB::bind_method(D_METHOD("get_max_delta_packet_size"), &SceneMultiplayer::get_max_delta_packet_size);
	ClassDB::bind_method(D_METHOD("set_max_delta_packet_size", "size"), &SceneMultiplayer::set_max_delta_packet_size);

	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "root_path"), "set_root_path", "get_root_path");
	ADD_PROPERTY(PropertyInfo(Variant::CALLABLE, "auth_callback"), "set_auth_callback", "get_auth_callback");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "auth_timeout", PROPERTY_HINT_RANGE, "0,30,0.1,or_greater,suffix:s"), "set_auth_timeout", "get_auth_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_object_decoding"), "set_allow_object_decoding", "is_object_decoding_allowed");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "refuse_new_connections"), "set_refuse_new_connections", "is_refusing_new_connections");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "server_relay"), "set_server_relay_enabled", "is_server_relay_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_sync_packet_size"), "set_max_sync_packet_size", "get_max_sync_packet_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_delta_packet_size"), "set_max_delta_packet_size", "get_max_delta_packet_size");

	ADD_SIGNAL(MethodInfo("peer_authenticating", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_authentication_failed", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_packet", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::PACKED_BYTE_ARRAY, "packet")));
}
