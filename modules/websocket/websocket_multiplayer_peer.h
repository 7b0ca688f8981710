// WebSocketMultiplayerPeer: a multiplayer network in which everybody holds one WebSocket to the server.
#pragma once

#include "modules/websocket/host/ws_multiplayer_peer.h"
#include "modules/websocket/websocket_peer.h"
#include "modules/websocket/ws_server_backend.h"

// Wire format: every packet is one binary message, as it is. The server's first message to a client is the client's id, a signed
// 32-bit little-endian number of 2 or more. The server's own id is 1.
class WebSocketMultiplayerPeer : public MultiplayerPeer, protected WSServerBackendHandler {
	GDCLASS(WebSocketMultiplayerPeer, MultiplayerPeer);

public:
	Error create_client(const String &p_url, const Ref<TLSOptions> &p_options = Ref<TLSOptions>());
	Error create_server(int p_port, const String &p_bind_address = "*", const Ref<TLSOptions> &p_options = Ref<TLSOptions>());

	Ref<WebSocketPeer> get_peer(int p_peer_id) const;
	String get_peer_address(int p_peer_id) const;
	int get_peer_port(int p_peer_id) const;

	void set_supported_protocols(const Vector<String> &p_protocols);
	Vector<String> get_supported_protocols() const { return settings.supported_protocols; }
	void set_handshake_headers(const Vector<String> &p_headers);
	Vector<String> get_handshake_headers() const { return settings.handshake_headers; }
	void set_inbound_buffer_size(int p_bytes);
	int get_inbound_buffer_size() const { return settings.inbound_buffer_size; }
	void set_outbound_buffer_size(int p_bytes);
	int get_outbound_buffer_size() const { return settings.outbound_buffer_size; }
	void set_max_queued_packets(int p_count);
	int get_max_queued_packets() const { return settings.max_queued_packets; }
	void set_handshake_timeout(float p_seconds);
	float get_handshake_timeout() const { return float(ws_to_seconds(settings.handshake_timeout)); }

	void set_close_timeout(double p_seconds);
	double get_close_timeout() const { return ws_to_seconds(settings.close_timeout); }
	void set_heartbeat_interval(double p_seconds);
	double get_heartbeat_interval() const { return ws_to_seconds(settings.heartbeat_interval); }
	void set_max_message_size(int p_bytes);
	int get_max_message_size() const { return settings.max_message_size; }
	// Of the connection to the server, also after it ended. A server has none.
	WebSocketPeer::ConnectionError get_connection_error() const;
	String get_connection_error_message() const;

	void set_compression(WebSocketPeer::Compression p_compression);
	WebSocketPeer::Compression get_compression() const { return WebSocketPeer::Compression(settings.compression); }
	void set_compression_window_bits(int p_bits);
	int get_compression_window_bits() const { return settings.compression_window_bits; }
	void set_compression_threshold(int p_bytes);
	int get_compression_threshold() const { return settings.compression_threshold; }

	// MultiplayerPeer
	void set_target_peer(int p_peer_id) override { target_peer = p_peer_id; }
	int get_packet_peer() const override;
	TransferMode get_packet_mode() const override { return TRANSFER_MODE_RELIABLE; }
	int get_packet_channel() const override { return 0; }
	bool is_server() const override { return server != nullptr; }
	bool is_server_relay_supported() const override { return true; }
	void poll() override;
	void close() override;
	void disconnect_peer(int p_peer_id, bool p_force = false) override;
	int get_unique_id() const override { return unique_id; }
	ConnectionStatus get_connection_status() const override { return status; }

#ifdef WS_HOST_SENDS_TO_LISTS
	Error put_packet_to(Span<int> p_peers, Span<uint8_t> p_packet) override;
#endif

	// PacketPeer
	int get_available_packet_count() const override {
		return int(incoming.size() - incoming_first);
	}
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error get_packet_buffer(Vector<uint8_t> &r_buffer) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override;
	int get_max_packet_size() const override;

	WebSocketMultiplayerPeer() = default;
	~WebSocketMultiplayerPeer() override;

protected:
	static void _bind_methods();

	// WSServerBackendHandler
	void client_opened(int32_t p_id) override;
	void client_messages(int32_t p_id, int p_count) override;
	void client_close_requested(int32_t p_id, int p_code, const String &p_reason) override {}
	void client_closed(int32_t p_id, bool p_was_clean) override;
	bool accepts_clients() const override {
		return !is_refusing_new_connections();
	}

	// For classes that are clients in ways of their own. What a poll of the client's peer brought; the base reads packets and notices the end.
	virtual void take_from_client();
	const Ref<WebSocketPeer> &get_client() const {
		return client;
	} // Also after its end, until the next connection or close().
	void set_connection_status(ConnectionStatus p_status) {
		status = p_status;
	}

	// What the clients of a server are made with.
	virtual WSConnectionSettings make_server_settings() const {
		return settings;
	}
	void share_settings(); // Those that are connected now get the settings, too.

	WSServerBackend *get_server() const {
		return server;
	}
	const WSConnectionSettings &get_settings() const {
		return settings;
	}
	WSConnectionSettings &get_settings() {
		return settings;
	} // Of a client; a server has its own copy.
	// How many packets of this client wait in this object and not in its own queue.
	bool has_packets_from(int32_t p_id) const;

private:
	struct Incoming {
		int32_t peer_id = 0;
		Vector<uint8_t> data;
	};

	void _change_handshake(const Vector<String> &p_protocols, const Vector<String> &p_headers);
	bool _take_packet();
	void _push(int32_t p_id, Vector<uint8_t> &&p_data);
	void _collect(int32_t p_id, bool p_all);
	void _collect_backlog();
	void _announce_departures();
	void _poll_client();
	void _read_client_packets();
	bool _read_own_id();
	void _lose_server();

	WSConnectionSettings settings;
	WSServerBackend *server = nullptr;
	LocalVector<WSServerBackend *> closed_servers; // By handlers, while poll() runs.
	bool is_polling = false;
	Ref<WebSocketPeer> client;
	LocalVector<Incoming> incoming; // From incoming_first on.
	uint32_t incoming_first = 0;
	Vector<uint8_t> packet; // The last one read.
	LocalVector<int32_t> backlog; // Clients whose queue holds packets that did not fit in here.
	LocalVector<int32_t> departed; // Gone clients whose last packets are still to be read.
	int64_t connect_deadline = 0;
	WebSocketPeer::ConnectionError last_error = WebSocketPeer::CONNECTION_ERROR_NONE; // Of the last connection to a server.
	String last_error_text;
	int32_t unique_id = 0;
	int target_peer = 0;
	ConnectionStatus status = CONNECTION_DISCONNECTED;
};
