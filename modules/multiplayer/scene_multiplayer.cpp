// The bound API; scene_multiplayer_network.cpp holds what happens on the network.
#include "modules/multiplayer/scene_multiplayer.h"

#include "core/object/callable_method_pointer.h"
#include "core/scene/main/node.h"
#include "core/scene/main/offline_multiplayer_peer.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"

SceneMultiplayer::SceneMultiplayer() :
		path_cache(this), dispatcher(this), replication(this) {
	set_multiplayer_peer(Ref<MultiplayerPeer>(memnew(OfflineMultiplayerPeer)));
}

SceneMultiplayer::~SceneMultiplayer() {
	clear();
}

void SceneMultiplayer::set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) {
	if (p_peer == peer) {
		return;
	}
	ERR_FAIL_COND_MSG(p_peer.is_valid() && p_peer->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED, "multiplayer_peer: the peer is not connected; call its create_client() or create_server() first.");
	if (peer.is_valid()) {
		peer->disconnect(SNAME("peer_connected"), callable_mp(this, &SceneMultiplayer::peer_arrived));
		peer->disconnect(SNAME("peer_disconnected"), callable_mp(this, &SceneMultiplayer::peer_left));
		clear();
	}
	peer = p_peer;
	if (peer.is_valid()) {
		peer->connect(SNAME("peer_connected"), callable_mp(this, &SceneMultiplayer::peer_arrived));
		peer->connect(SNAME("peer_disconnected"), callable_mp(this, &SceneMultiplayer::peer_left));
	}
	update_status();
}

int SceneMultiplayer::get_unique_id() {
	ERR_FAIL_COND_V_MSG(peer.is_null(), 0, "There is no multiplayer peer, and so no id.");
	return peer->get_unique_id();
}

Vector<int32_t> SceneMultiplayer::get_peer_ids() {
	ERR_FAIL_COND_V_MSG(peer.is_null(), Vector<int32_t>(), "There is no multiplayer peer, and so no others.");
	Vector<int32_t> ids;
	for (int id : registry.get_ids()) {
		ids.push_back(id);
	}
	return ids;
}

Error SceneMultiplayer::rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) {
	return dispatcher.call(p_object, p_peer_id, p_method, p_args, p_argcount);
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
	registry.clear();
	path_cache.clear();
	dispatcher.clear();
	notices.clear();
	offenders.clear();
	replication.on_reset();
}

void SceneMultiplayer::disconnect_peer(int p_id) {
	ERR_FAIL_COND_MSG(!is_connected_to_peers(), "disconnect_peer(): there is no connected multiplayer peer.");
	registry.remove_pending(p_id);
	expel(p_id);
	peer->disconnect_peer(p_id);
}

Error SceneMultiplayer::send_bytes(const Vector<uint8_t> &p_bytes, int p_id, MultiplayerPeer::TransferMode p_mode, int p_channel) {
	ERR_FAIL_COND_V_MSG(p_bytes.is_empty(), ERR_INVALID_DATA, "send_bytes(): an empty packet cannot be sent.");
	ERR_FAIL_COND_V_MSG(peer.is_null(), ERR_UNCONFIGURED, "send_bytes(): there is no multiplayer peer; set multiplayer_peer first.");
	ERR_FAIL_COND_V_MSG(!is_connected_to_peers(), ERR_UNCONFIGURED, "send_bytes(): the multiplayer peer is not connected.");
	if (p_id > 0 && registry.has_left(p_id) && !registry.has(p_id)) {
		return ERR_BUG; // It was there a moment ago; nobody has made a mistake.
	}
	ERR_FAIL_COND_V_MSG(p_id > 0 && !registry.has(p_id), ERR_BUG, "send_bytes(): there is no peer " + itos(p_id) + ".");
	Vector<uint8_t> packet;
	packet.resize(p_bytes.size() + 1);
	packet.ptrw()[0] = COMMAND_RAW;
	memcpy(packet.ptrw() + 1, p_bytes.ptr(), size_t(p_bytes.size()));
	return send_command(packet.span(), p_id, p_channel, p_mode);
}

Vector<int32_t> SceneMultiplayer::get_authenticating_peer_ids() {
	Vector<int32_t> ids;
	for (const PeerRegistry::Pending &entry : registry.get_pending_list()) {
		ids.push_back(entry.id);
	}
	return ids;
}

Error SceneMultiplayer::send_auth(int p_id, const Vector<uint8_t> &p_data) {
	const PeerRegistry::Pending *pending = registry.get_pending(p_id);
	ERR_FAIL_COND_V_MSG(!is_connected_to_peers() || !pending, ERR_INVALID_PARAMETER, "send_auth(): peer " + itos(p_id) + " is not authenticating.");
	ERR_FAIL_COND_V_MSG(p_data.is_empty(), ERR_INVALID_PARAMETER, "send_auth(): there is no data to send.");
	ERR_FAIL_COND_V_MSG(pending->local_done, ERR_FILE_CANT_WRITE, "send_auth(): complete_auth() has been called for peer " + itos(p_id) + ".");
	SysPacket sys;
	sys.payload = p_data.span();
	Vector<uint8_t> packet;
	sys.encode(packet);
	return put(packet.span(), Span<int>(&p_id, 1), 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
}

Error SceneMultiplayer::complete_auth(int p_id) {
	PeerRegistry::Pending *pending = registry.get_pending(p_id);
	ERR_FAIL_COND_V_MSG(!is_connected_to_peers() || !pending, ERR_INVALID_PARAMETER, "complete_auth(): peer " + itos(p_id) + " is not authenticating.");
	ERR_FAIL_COND_V_MSG(pending->local_done, ERR_FILE_CANT_WRITE, "complete_auth(): it has been called for peer " + itos(p_id) + " before.");
	pending->local_done = true;
	const bool complete = pending->remote_done;
	Vector<uint8_t> packet;
	SysPacket().encode(packet);
	const Error error = put(packet.span(), Span<int>(&p_id, 1), 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
	if (complete && registry.remove_pending(p_id)) {
		admit(p_id);
	}
	return error;
}

void SceneMultiplayer::set_auth_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "auth_timeout is a number of seconds; 0 is for no limit.");
	auth_timeout = p_seconds;
}

void SceneMultiplayer::set_root_path(const NodePath &p_path) {
	ERR_FAIL_COND_MSG(!p_path.is_absolute() && !p_path.is_empty(), vformat("root_path must be absolute or empty, not \"%s\".", String(p_path)));
	if (root_path != p_path) {
		path_cache.forget_sent();
		root_path = p_path;
	}
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

Node *SceneMultiplayer::get_root_node() const {
	SceneTree *tree = SceneTree::get_singleton();
	return tree && !root_path.is_empty() ? tree->get_root()->get_node_or_null(root_path) : nullptr;
}

void SceneMultiplayer::set_refusal_limit(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "refusal_limit is a number of refusals; 0 is for no limit.");
	refusal_limit = p_count;
}

void SceneMultiplayer::set_rpc_rate_limit(double p_per_second) {
	ERR_FAIL_COND_MSG(!(p_per_second >= 0.0), "rpc_rate_limit is a number of calls a second; 0 is for no limit.");
	rpc_rate_limit = p_per_second;
}

void SceneMultiplayer::set_method_rate_limit(const StringName &p_method, double p_per_second) {
	ERR_FAIL_COND_MSG(!(p_per_second >= 0.0), "set_method_rate_limit(): the limit is a number of calls a second; 0 is for none.");
	if (p_per_second == 0.0) {
		method_rate_limits.erase(p_method);
	} else {
		method_rate_limits.insert(p_method, p_per_second);
	}
}

double SceneMultiplayer::get_method_rate_limit(const StringName &p_method) const {
	const double *limit = method_rate_limits.getptr(p_method);
	return limit ? *limit : 0.0;
}

Dictionary SceneMultiplayer::get_peer_statistics(int p_id) {
	const MultiplayerPeerState *state = registry.get(p_id);
	ERR_FAIL_NULL_V_MSG(state, Dictionary(), "get_peer_statistics(): there is no peer " + itos(p_id) + ".");
	Dictionary result;
	result["bytes_received"] = state->bytes_in;
	result["bytes_sent"] = state->bytes_out;
	result["packets_received"] = state->packets_in;
	result["packets_sent"] = state->packets_out;
	result["calls_received"] = state->calls_in;
	result["calls_sent"] = state->calls_out;
	result["refused"] = state->refused;
	result["latency_msec"] = peer->get_peer_latency_msec(p_id);
	return result;
}

void SceneMultiplayer::set_peer_interests(int p_id, const Vector<int64_t> &p_groups) {
	ERR_FAIL_COND_MSG(!registry.has(p_id), "set_peer_interests(): there is no peer " + itos(p_id) + ".");
	replication.set_interests(p_id, p_groups);
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
	ClassDB::bind_method(D_METHOD("set_refusal_limit", "count"), &SceneMultiplayer::set_refusal_limit);
	ClassDB::bind_method(D_METHOD("get_refusal_limit"), &SceneMultiplayer::get_refusal_limit);
	ClassDB::bind_method(D_METHOD("get_peer_statistics", "id"), &SceneMultiplayer::get_peer_statistics);
	ClassDB::bind_method(D_METHOD("set_peer_interests", "id", "groups"), &SceneMultiplayer::set_peer_interests);
	ClassDB::bind_method(D_METHOD("get_peer_interests", "id"), &SceneMultiplayer::get_peer_interests);
	ClassDB::bind_method(D_METHOD("set_rpc_rate_limit", "calls_per_second"), &SceneMultiplayer::set_rpc_rate_limit);
	ClassDB::bind_method(D_METHOD("get_rpc_rate_limit"), &SceneMultiplayer::get_rpc_rate_limit);
	ClassDB::bind_method(D_METHOD("set_method_rate_limit", "method", "calls_per_second"), &SceneMultiplayer::set_method_rate_limit);
	ClassDB::bind_method(D_METHOD("get_method_rate_limit", "method"), &SceneMultiplayer::get_method_rate_limit);

	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "root_path"), "set_root_path", "get_root_path");
	ADD_PROPERTY(PropertyInfo(Variant::CALLABLE, "auth_callback"), "set_auth_callback", "get_auth_callback");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "auth_timeout", PROPERTY_HINT_RANGE, "0,30,0.1,or_greater,suffix:s"), "set_auth_timeout", "get_auth_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_object_decoding"), "set_allow_object_decoding", "is_object_decoding_allowed");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "refuse_new_connections"), "set_refuse_new_connections", "is_refusing_new_connections");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "server_relay"), "set_server_relay_enabled", "is_server_relay_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_sync_packet_size"), "set_max_sync_packet_size", "get_max_sync_packet_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_delta_packet_size"), "set_max_delta_packet_size", "get_max_delta_packet_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "refusal_limit"), "set_refusal_limit", "get_refusal_limit");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "rpc_rate_limit"), "set_rpc_rate_limit", "get_rpc_rate_limit");

	ADD_SIGNAL(MethodInfo("peer_authenticating", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_authentication_failed", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_packet", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::PACKED_BYTE_ARRAY, "packet")));
}
