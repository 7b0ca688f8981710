// MultiplayerPeerExtension: a MultiplayerPeer that a script implements.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/scene/main/multiplayer_peer.h"

// What a script must override and does not gives an error when it is asked for. refuse_new_connections is kept here for scripts that do not.
class MultiplayerPeerExtension : public MultiplayerPeer {
	GDCLASS(MultiplayerPeerExtension, MultiplayerPeer);

public:
	int get_available_packet_count() const override;
	// The view is good until the next packet is read.
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error get_packet_buffer(Vector<uint8_t> &r_buffer) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override;
	Error put_packet_buffer(const Vector<uint8_t> &p_buffer) override;
	int get_max_packet_size() const override;

	void set_transfer_channel(int p_channel) override;
	int get_transfer_channel() const override;
	void set_transfer_mode(TransferMode p_mode) override;
	TransferMode get_transfer_mode() const override;
	void set_target_peer(int p_peer_id) override;
	int get_packet_peer() const override;
	TransferMode get_packet_mode() const override;
	int get_packet_channel() const override;
	bool is_server() const override;
	bool is_server_relay_supported() const override;
	void poll() override;
	void close() override;
	void disconnect_peer(int p_peer, bool p_force = false) override;
	int get_unique_id() const override;
	ConnectionStatus get_connection_status() const override;
	void set_refuse_new_connections(bool p_enable) override;
	bool is_refusing_new_connections() const override;

protected:
	static void _bind_methods();
	GDVIRTUAL0R(PackedByteArray, _get_packet_script)
	GDVIRTUAL1R(Error, _put_packet_script, PackedByteArray)
	GDVIRTUAL0RC(int, _get_available_packet_count)
	GDVIRTUAL0RC(int, _get_max_packet_size)
	GDVIRTUAL0RC(int, _get_packet_channel)
	GDVIRTUAL0RC(TransferMode, _get_packet_mode)
	GDVIRTUAL1(_set_transfer_channel, int)
	GDVIRTUAL0RC(int, _get_transfer_channel)
	GDVIRTUAL1(_set_transfer_mode, TransferMode)
	GDVIRTUAL0RC(TransferMode, _get_transfer_mode)
	GDVIRTUAL1(_set_target_peer, int)
	GDVIRTUAL0RC(int, _get_packet_peer)
	GDVIRTUAL0RC(bool, _is_server)
	GDVIRTUAL0(_poll)
	GDVIRTUAL0(_close)
	GDVIRTUAL2(_disconnect_peer, int, bool)
	GDVIRTUAL0RC(int, _get_unique_id)
	GDVIRTUAL1(_set_refuse_new_connections, bool)
	GDVIRTUAL0RC(bool, _is_refusing_new_connections)
	GDVIRTUAL0RC(bool, _is_server_relay_supported)
	GDVIRTUAL0RC(ConnectionStatus, _get_connection_status)

private:
	void require(bool p_overridden, const char *p_method) const;

	PackedByteArray packet; // The last one read.
};
