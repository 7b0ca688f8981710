// MultiplayerAPI: what nodes talk to when they call each other over a network; SceneMultiplayer is the usual one.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/scene/main/multiplayer_peer.h"

// Signals: peer_connected(id), peer_disconnected(id), connected_to_server, connection_failed, server_disconnected. The tree polls its APIs once
// a frame; everything is for the main thread.
class MultiplayerAPI : public RefCounted {
	GDCLASS(MultiplayerAPI, RefCounted);

public:
	enum RPCMode : int {
		RPC_MODE_DISABLED,
		RPC_MODE_ANY_PEER,
		RPC_MODE_AUTHORITY,
	};

	// The class that create_default_interface() makes; whoever offers one names it while the program starts.
	static void set_default_interface(const StringName &p_class);
	static StringName get_default_interface();
	static Ref<MultiplayerAPI> create_default_interface(); // Never null: without a class that fits, one that does nothing.

	virtual Error poll() = 0;
	virtual void set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) = 0;
	virtual Ref<MultiplayerPeer> get_multiplayer_peer() = 0;
	virtual int get_unique_id() = 0; // 0 without a peer.
	virtual Vector<int32_t> get_peer_ids() = 0;
	virtual int get_remote_sender_id() = 0; // Of the remote call that is being carried out, else 0.
	virtual Error rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) = 0;
	// What a spawner, a synchronizer or a path means for an object is the implementation's affair.
	virtual Error object_configuration_add(Object *p_object, const Variant &p_configuration) = 0;
	virtual Error object_configuration_remove(Object *p_object, const Variant &p_configuration) = 0;

	bool has_multiplayer_peer() { return get_multiplayer_peer().is_valid(); }
	bool is_server() { return get_unique_id() == MultiplayerPeer::TARGET_PEER_SERVER; }

protected:
	static void _bind_methods();

private:
	static StringName &default_interface();
	Error _rpc_bind(int p_peer, Object *p_object, const StringName &p_method, const Array &p_arguments);
};

VARIANT_ENUM_CAST(MultiplayerAPI::RPCMode);

// A MultiplayerAPI that a script implements. What the script leaves out answers with nothing, or with ERR_UNAVAILABLE.
class MultiplayerAPIExtension : public MultiplayerAPI {
	GDCLASS(MultiplayerAPIExtension, MultiplayerAPI);

public:
	Error poll() override;
	void set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) override;
	Ref<MultiplayerPeer> get_multiplayer_peer() override;
	int get_unique_id() override;
	Vector<int32_t> get_peer_ids() override;
	int get_remote_sender_id() override;
	Error rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) override;
	Error object_configuration_add(Object *p_object, const Variant &p_configuration) override;
	Error object_configuration_remove(Object *p_object, const Variant &p_configuration) override;

protected:
	static void _bind_methods();
	GDVIRTUAL0R(Error, _poll)
	GDVIRTUAL1(_set_multiplayer_peer, Ref<MultiplayerPeer>)
	GDVIRTUAL0R(Ref<MultiplayerPeer>, _get_multiplayer_peer)
	GDVIRTUAL0RC(int, _get_unique_id)
	GDVIRTUAL0RC(PackedInt32Array, _get_peer_ids)
	GDVIRTUAL4R(Error, _rpc, int, Object *, StringName, Array)
	GDVIRTUAL0RC(int, _get_remote_sender_id)
	GDVIRTUAL2R(Error, _object_configuration_add, Object *, Variant)
	GDVIRTUAL2R(Error, _object_configuration_remove, Object *, Variant)
};
