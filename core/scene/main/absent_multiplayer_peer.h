// AbsentMultiplayerPeer: stands for networks that are known by name alone (ENet, WebRTC); never connected.
#pragma once

#include "core/scene/main/multiplayer_peer.h"

class AbsentMultiplayerPeer : public MultiplayerPeer {
public:
	int get_available_packet_count() const override { return 0; }
	Error get_packet(const uint8_t **, int &) override { return ERR_UNAVAILABLE; }
	Error put_packet(const uint8_t *, int) override { return ERR_UNCONFIGURED; }
	int get_max_packet_size() const override { return 0; }
	void set_target_peer(int) override {}
	int get_packet_peer() const override { return 0; }
	TransferMode get_packet_mode() const override { return TRANSFER_MODE_RELIABLE; }
	int get_packet_channel() const override { return 0; }
	bool is_server() const override { return false; }
	bool is_server_relay_supported() const override { return false; }
	void poll() override {}
	void close() override {}
	void disconnect_peer(int, bool) override {}
	int get_unique_id() const override { return 0; }
	ConnectionStatus get_connection_status() const override { return CONNECTION_DISCONNECTED; }
};
