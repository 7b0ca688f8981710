// SceneReplication: what spawners and synchronizers of one SceneMultiplayer do with the network.
#pragma once

#include "core/error/error_list.h"
#include "core/object/object_id.h"
#include "core/templates/span.h"

class Object;
class SceneMultiplayer;
class Variant;

// Owned by its SceneMultiplayer and called by it alone, on the main thread. All functions may run scripts.
class SceneReplication {
public:
	explicit SceneReplication(SceneMultiplayer *p_multiplayer) :
			multiplayer(p_multiplayer) {}

	// A peer has been admitted (before peer_connected is emitted), or has gone (after peer_disconnected).
	void on_peer_added(int p_peer);
	void on_peer_removed(int p_peer);
	// Another MultiplayerPeer, none, or clear(): nothing of the old network counts any more.
	void on_reset();
	// At the end of every poll() while connected. p_delta: seconds since the last one.
	void on_network_process(double p_delta);

	// A packet of one of the commands of replication, whole, command byte included. What is wrong with it comes back as an error, with nothing
	// printed: the caller counts and reports.
	Error process_packet(int p_from, uint8_t p_command, Span<uint8_t> p_bytes);

	// MultiplayerAPI.object_configuration_add() and _remove() with a spawner or synchronizer.
	Error add_configuration(Object *p_object, const Variant &p_configuration);
	Error remove_configuration(Object *p_object, const Variant &p_configuration);

	// False: nobody has added anything, so that every call is visible to everybody.
	bool has_configurations() const { return false; }
	// Whether a call on this object may go to this peer: its synchronizers decide.
	bool is_rpc_visible(ObjectID p_object, int p_peer) const;

private:
	SceneMultiplayer *multiplayer;
};
