// A network of the tests' own: what is sent is recorded, what is to arrive is laid in.
#pragma once

#include "core/scene/main/multiplayer_peer.h"

// Not connected to anything; a test says who comes and goes by emitting the signals.
class RecordingPeer : public MultiplayerPeer {
	GDCLASS(RecordingPeer, MultiplayerPeer);

public:
	struct Sent {
		int to;
		TransferMode mode;
		int channel;
		String hex;
	};
	struct Laid {
		int from;
		Vector<uint8_t> bytes;
	};
	LocalVector<Sent> sent;
	LocalVector<Laid> inbox;
	LocalVector<int> disconnected;
	int own_id = 1;
	ConnectionStatus status = CONNECTION_CONNECTED;

	static Vector<uint8_t> bytes_of(const String &p_hex) {
		return p_hex.replace(" ", "").hex_decode();
	}
	void lay(int p_from, const String &p_hex) {
		inbox.push_back({ p_from, bytes_of(p_hex) });
	}
	// "to:hex" of everything since the last time.
	String take_sent() {
		String text;
		for (const Sent &packet : sent) {
			text += (text.is_empty() ? "" : " ") + itos(packet.to) + ":" + packet.hex;
		}
		sent.clear();
		return text;
	}

	int get_available_packet_count() const override { return int(inbox.size()); }
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override {
		current = inbox[0].bytes;
		inbox.remove_at(0);
		*r_buffer = current.ptr();
		r_buffer_size = int(current.size());
		return OK;
	}
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override {
		sent.push_back({ target, transfer_mode, transfer_channel, String::hex_encode_buffer(p_buffer, p_buffer_size) });
		return OK;
	}
	int get_max_packet_size() const override { return 1 << 20; }
	void set_target_peer(int p_peer_id) override { target = p_peer_id; }
	int get_packet_peer() const override { return inbox[0].from; }
	TransferMode get_packet_mode() const override { return TRANSFER_MODE_RELIABLE; }
	int get_packet_channel() const override { return 0; }
	bool is_server() const override { return own_id == TARGET_PEER_SERVER; }
	bool is_server_relay_supported() const override { return true; }
	void poll() override {}
	void close() override { status = CONNECTION_DISCONNECTED; }
	void disconnect_peer(int p_peer, bool p_force = false) override { disconnected.push_back(p_peer); }
	int get_unique_id() const override { return own_id; }
	ConnectionStatus get_connection_status() const override { return status; }

protected:
	static void _bind_methods() {}

private:
	Vector<uint8_t> current;
	int target = 0;
};
