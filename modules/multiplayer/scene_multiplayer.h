// SceneMultiplayer: remote calls, raw packets, authentication and replication between the scene trees of peers.
#pragma once

#include "core/scene/main/multiplayer_api.h"
#include "modules/multiplayer/path_cache.h"
#include "modules/multiplayer/scene_replication.h"

// The bound API; it only routes. Signals are emitted inside poll(), or inside the poll() of its MultiplayerPeer.
class SceneMultiplayer : public MultiplayerAPI {
	GDCLASS(SceneMultiplayer, MultiplayerAPI);

public:
	SceneMultiplayer();
	~SceneMultiplayer() override;

	// MultiplayerAPI
	Error poll() override;
	void set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) override;
	Ref<MultiplayerPeer> get_multiplayer_peer() override { return peer; }
	int get_unique_id() override;
	Vector<int32_t> get_peer_ids() override;
	int get_remote_sender_id() override { return remote_sender; }
	Error rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) override;
	Error object_configuration_add(Object *p_object, const Variant &p_configuration) override;
	Error object_configuration_remove(Object *p_object, const Variant &p_configuration) override;

	void clear();
	void disconnect_peer(int p_id);
	Error send_bytes(const Vector<uint8_t> &p_bytes, int p_id = 0, MultiplayerPeer::TransferMode p_mode = MultiplayerPeer::TRANSFER_MODE_RELIABLE, int p_channel = 0);

	Vector<int32_t> get_authenticating_peer_ids();
	Error send_auth(int p_id, const Vector<uint8_t> &p_data);
	Error complete_auth(int p_id);
	void set_auth_callback(const Callable &p_callback) { auth_callback = p_callback; }
	Callable get_auth_callback() const { return auth_callback; }
	void set_auth_timeout(double p_seconds);
	double get_auth_timeout() const { return auth_timeout; }

	void set_root_path(const NodePath &p_path);
	NodePath get_root_path() const { return root_path; }
	void set_refuse_new_connections(bool p_refuse);
	bool is_refusing_new_connections() const;
	void set_allow_object_decoding(bool p_enable) { allow_object_decoding = p_enable; }
	bool is_object_decoding_allowed() const { return allow_object_decoding; }
	void set_server_relay_enabled(bool p_enabled);
	bool is_server_relay_enabled() const { return server_relay; }
	void set_max_sync_packet_size(int p_size);
	int get_max_sync_packet_size() const { return max_sync_packet_size; }
	void set_max_delta_packet_size(int p_size);
	int get_max_delta_packet_size() const { return max_delta_packet_size; }

	// --- For the parts of this module ---
	// Sends one packet, command byte included. p_peer: an admitted peer, 0 for all of them, or minus one's id for all others.
	Error send_command(Span<uint8_t> p_packet, int p_peer, int p_channel, MultiplayerPeer::TransferMode p_mode);
	PathCache &get_path_cache() { return path_cache; }
	SceneReplication &get_replication() { return replication; }
	const LocalVector<int> &get_peers() const { return connected_peers; } // Those that have been admitted, oldest first.
	Node *get_root_node() const; // What paths are relative to; null while it is not in the tree.

protected:
	static void _bind_methods();

private:
	Ref<MultiplayerPeer> peer;
	MultiplayerPeer::ConnectionStatus last_status = MultiplayerPeer::CONNECTION_DISCONNECTED;
	LocalVector<int> connected_peers;
	PathCache path_cache;
	SceneReplication replication;
	NodePath root_path;
	Callable auth_callback;
	double auth_timeout = 3.0;
	int remote_sender = 0;
	int max_sync_packet_size = 1350;
	int max_delta_packet_size = 65535;
	bool allow_object_decoding = false;
	bool server_relay = true;
};
