// SceneMultiplayer: remote calls, raw packets, authentication and replication between the scene trees of peers.
#pragma once

#include "core/scene/main/multiplayer_api.h"
#include "modules/multiplayer/path_cache.h"
#include "modules/multiplayer/peer_registry.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/rpc_dispatcher.h"
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
	int get_remote_sender_id() override { return dispatcher.get_remote_sender_id(); }
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

	// After how many refusals a peer is disconnected; 0: never.
	void set_refusal_limit(int p_count);
	int get_refusal_limit() const { return refusal_limit; }
	Dictionary get_peer_statistics(int p_id);
	// The interest groups whose synchronizers a peer may see, besides those that it sees anyway.
	void set_peer_interests(int p_id, const Vector<int64_t> &p_groups);
	Vector<int64_t> get_peer_interests(int p_id) const { return replication.get_interests(p_id); }
	// How many remote calls a second one peer may make, in all and of one method; 0: as many as it likes.
	void set_rpc_rate_limit(double p_per_second);
	double get_rpc_rate_limit() const { return rpc_rate_limit; }
	void set_method_rate_limit(const StringName &p_method, double p_per_second);
	double get_method_rate_limit(const StringName &p_method) const;

	// --- For the parts of this module ---
	// Sends one packet, command byte included. p_peer: an admitted peer, 0 for all of them, or minus an id for all others. A client's packets to
	// other clients go through the server. ERR_UNCONFIGURED while not connected, ERR_BUG for a stranger.
	Error send_command(Span<uint8_t> p_packet, int p_peer, int p_channel, MultiplayerPeer::TransferMode p_mode);
	// The same for a list of admitted peers.
	void send_to(Span<uint8_t> p_packet, Span<int> p_peers, int p_channel, MultiplayerPeer::TransferMode p_mode);
	// Something that came from a peer was refused. Counts it; p_what makes the words only when they are printed: the first time for each cause and
	// key, then the tenth, the hundredth time.
	template <typename F>
	void refuse(int p_from, MultiplayerRefusal p_cause, uint64_t p_key, F p_what) {
		if (const uint32_t count = count_refusal(p_from, p_cause, p_key)) {
			tell_refusal(p_from, p_what(), count);
		}
	}
	// Whether this call is within the limits; without a method, as far as all calls go.
	bool take_call_rate(int p_from, const StringName &p_method = StringName());
	static String quote_bytes(Span<uint8_t> p_bytes); // Text from outside, cut to a length fit for a message.
	void count_calls_out(Span<int> p_peers);
	PathCache &get_path_cache() { return path_cache; }
	RPCDispatcher &get_dispatcher() { return dispatcher; }
	SceneReplication &get_replication() { return replication; }
	PeerRegistry &get_registry() { return registry; }
	const LocalVector<int> &get_peers() const { return registry.get_ids(); } // Those that have been admitted.
	Node *get_root_node() const; // What paths are relative to; null while it is not in the tree.
	void _node_exited(uint64_t p_id) { path_cache.forget_node(ObjectID(p_id)); }

protected:
	static void _bind_methods();

private:
	// A packet, and how it came.
	struct Incoming {
		Span<uint8_t> bytes;
		int channel = 0;
		MultiplayerPeer::TransferMode mode = MultiplayerPeer::TRANSFER_MODE_RELIABLE;
	};
	static constexpr uint32_t MAX_NOTICES = 64; // Causes and keys whose refusals are told.

	Ref<MultiplayerPeer> peer;
	MultiplayerPeer::ConnectionStatus last_status = MultiplayerPeer::CONNECTION_DISCONNECTED;
	PeerRegistry registry;
	PathCache path_cache;
	RPCDispatcher dispatcher;
	SceneReplication replication;
	NodePath root_path;
	Callable auth_callback;
	double auth_timeout = 3.0;
	uint64_t last_process_usec = 0;
	HashMap<uint64_t, uint32_t> notices; // How often, by cause and key.
	LocalVector<int> offenders; // To be disconnected at the end of the poll.
	HashMap<StringName, double> method_rate_limits;
	double rpc_rate_limit = 0.0;
	int max_sync_packet_size = 1350;
	int max_delta_packet_size = 65535;
	int refusal_limit = 0;
	bool allow_object_decoding = false;
	bool server_relay = true;

	bool is_connected_to_peers() const { return peer.is_valid() && peer->get_connection_status() == MultiplayerPeer::CONNECTION_CONNECTED; }
	bool relays() const;
	void update_status();
	Error put(Span<uint8_t> p_packet, Span<int> p_peers, int p_channel, MultiplayerPeer::TransferMode p_mode);
	void send_sys(SysPacket::Command p_command, int32_t p_subject, int p_to);
	void process_incoming(int p_from, const Incoming &p_packet);
	void process_command(int p_from, const Incoming &p_packet);
	void process_sys(int p_from, const Incoming &p_packet);
	void process_auth(int p_from, Span<uint8_t> p_bytes);
	void relay(int p_from, const SysPacket &p_sys, const Incoming &p_packet);
	void admit(int p_id);
	bool expel(int p_id);
	bool forget(int p_id);
	void drop_late_authentications();
	void drop_offenders();
	void peer_arrived(int p_id);
	void peer_left(int p_id);
	uint32_t count_refusal(int p_from, MultiplayerRefusal p_cause, uint64_t p_key); // How many there were, where that is to be told; else 0.
	void tell_refusal(int p_from, const String &p_what, uint32_t p_count);
};
