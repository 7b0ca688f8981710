// MultiplayerPeer: a network of numbered peers that packets go to and come from; what a MultiplayerAPI talks through.
#pragma once

#include "core/io/packet_peer.h"

// Signals: peer_connected(id), peer_disconnected(id). Everything happens inside poll(), on the thread that calls it.
class MultiplayerPeer : public PacketPeer {
	GDCLASS(MultiplayerPeer, PacketPeer);

public:
	enum {
		TARGET_PEER_BROADCAST = 0,
		TARGET_PEER_SERVER = 1,
	};
	enum TransferMode : int {
		TRANSFER_MODE_UNRELIABLE,
		TRANSFER_MODE_UNRELIABLE_ORDERED,
		TRANSFER_MODE_RELIABLE,
	};
	enum ConnectionStatus : int {
		CONNECTION_DISCONNECTED,
		CONNECTION_CONNECTING,
		CONNECTION_CONNECTED,
	};

	// How the next packets are sent; networks that know only one way ignore it.
	virtual void set_transfer_channel(int p_channel);
	virtual int get_transfer_channel() const { return transfer_channel; }
	virtual void set_transfer_mode(TransferMode p_mode);
	virtual TransferMode get_transfer_mode() const { return transfer_mode; }
	// Who gets the next packets: a peer, TARGET_PEER_BROADCAST, or everybody but one (its id negated).
	virtual void set_target_peer(int p_peer_id) = 0;

	// One packet to each of some peers, one after the other. Networks whose peers may be on their way out, unknown to the caller, override this and
	// pass them over. The last error, OK when there was none.
	virtual Error put_packet_to(Span<int> p_peers, Span<uint8_t> p_packet);

	// From a packet of ours to the answer, when it was last measured; -1: unknown.
	virtual int get_peer_latency_msec(int p_peer_id) const { return -1; }

	// Of the packet that get_packet() will give next.
	virtual int get_packet_peer() const = 0;
	virtual TransferMode get_packet_mode() const = 0;
	virtual int get_packet_channel() const = 0;

	virtual bool is_server() const = 0;
	virtual bool is_server_relay_supported() const = 0;
	virtual void poll() = 0;
	virtual void close() = 0; // At once; no peer_disconnected is emitted.
	virtual void disconnect_peer(int p_peer, bool p_force = false) = 0; // Forced: without telling the peer.
	virtual int get_unique_id() const = 0; // 1 for the server, 0 while not connected.
	virtual ConnectionStatus get_connection_status() const = 0;

	virtual void set_refuse_new_connections(bool p_enable) { refuse_new_connections = p_enable; }
	virtual bool is_refusing_new_connections() const { return refuse_new_connections; }

	uint32_t generate_unique_id() const; // From 2 to 2^31 - 1, unpredictable.

protected:
	static void _bind_methods();

	int transfer_channel = 0;
	TransferMode transfer_mode = TRANSFER_MODE_RELIABLE;
	bool refuse_new_connections = false;
};

VARIANT_ENUM_CAST(MultiplayerPeer::TransferMode);
VARIANT_ENUM_CAST(MultiplayerPeer::ConnectionStatus);
