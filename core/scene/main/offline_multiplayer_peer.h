// OfflineMultiplayerPeer: the network of somebody who plays alone: a server without clients.
#pragma once

#include "core/scene/main/multiplayer_peer.h"

// Always connected, never anything to read; what is sent is gone.
class OfflineMultiplayerPeer : public MultiplayerPeer {
	GDCLASS(OfflineMultiplayerPeer, MultiplayerPeer);

public:
	int get_available_packet_count() const override { return 0; }
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override {
		*r_buffer = nullptr;
		r_buffer_size = 0;
		return OK;
	}
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override { return OK; }
	int get_max_packet_size() const override { return 0; }

	void set_target_peer(int p_peer_id) override {}
	int get_packet_peer() const override { return 0; }
	TransferMode get_packet_mode() const override { return TRANSFER_MODE_RELIABLE; }
	int get_packet_channel() const override { return 0; }
	bool is_server() const override { return true; }
	bool is_server_relay_supported() const override { return false; }
	void poll() override {}
	void close() override {}
	void disconnect_peer(int p_peer, bool p_force = false) override {}
	int get_unique_id() const override { return TARGET_PEER_SERVER; }
	ConnectionStatus get_connection_status() const override { return CONNECTION_CONNECTED; }

protected:
	static void _bind_methods() {}
};
