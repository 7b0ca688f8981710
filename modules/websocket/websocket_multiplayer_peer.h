// WebSocketMultiplayerPeer: a multiplayer network in which everybody holds one WebSocket to the server.
#pragma once

#include "modules/websocket/host/ws_multiplayer_peer.h"
#include "modules/websocket/session/ws_resume_table.h"
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
	double get_heartbeat_interval() const { return ws_to_seconds(settings.kin_heartbeat_interval > 0 ? settings.kin_heartbeat_interval : settings.heartbeat_interval); }
	void set_max_message_size(int p_bytes);
	int get_max_message_size() const { return settings.max_message_size; }
	// How long in seconds a peer whose connection broke is waited for, and what is kept for it meanwhile, in bytes; 0: it is gone at once. Both sides must
	// want it; the shorter time holds. Signals: peer_suspended(id), then peer_resumed(id) or peer_disconnected(id).
	void set_session_resume_time(double p_seconds);
	double get_session_resume_time() const { return ws_to_seconds(resume_time); }
	void set_session_resume_buffer_size(int p_bytes);
	int get_session_resume_buffer_size() const { return resume_buffer_size; }
	bool is_peer_suspended(int p_peer_id) const;
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
	int get_peer_latency_msec(int p_peer_id) const override;
#endif

	// PacketPeer
	int get_available_packet_count() const override {
		return int(incoming.size() - incoming_first);
	}
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error get_packet_buffer(Vector<uint8_t> &r_buffer) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override;
	int get_max_packet_size() const override;

	WebSocketMultiplayerPeer();
	~WebSocketMultiplayerPeer() override;

protected:
	static void _bind_methods();

	// WSServerBackendHandler
	void client_opened(int32_t p_id) override;
	void client_messages(int32_t p_id, int p_count) override;
	void client_close_requested(int32_t p_id, int p_code, const String &p_reason) override {}
	void client_closed(int32_t p_id, bool p_was_clean) override;
	bool accepts_client(const String &p_target) const override;
	bool keeps_target(std::string_view p_target) const override;
	bool reserves_id(int32_t p_id) const override {
		return sessions.find(p_id) != nullptr;
	}

	// For servers that tell of clients in ways of their own. Whether a client that opened is a new peer, which has its id then; if not, it goes on with a
	// session, or was turned away.
	bool join(int32_t p_id);
	bool survives(int32_t p_id); // Whether a client that closed was no peer, or may come back as the same; that is told then.
	virtual void session_ended(int32_t p_id); // Of a suspended peer. Emits.
	bool is_no_peer(int32_t p_id) const {
		return turned_away.has(p_id);
	} // A client that was turned away, or replaced.
	bool has_sessions() const {
		return !sessions.is_empty();
	}
	// This side parts from the peer. True: it was suspended and has nothing to be told; the next poll() tells that it is gone.
	bool end_session(int32_t p_id);
	// To a client, or to a peer that is suspended. FAILED: there is none.
	Error send_to_peer(int32_t p_id, const Vector<uint8_t> &p_packet);
	// Of a server; suspended peers count, too.
	Vector<int32_t> get_all_peers() const;
	Vector<int32_t> get_topic_peers(const String &p_topic) const;
	bool has_client_peer(int32_t p_id) const;
	void subscribe_peer(int32_t p_id, const String &p_topic);
	void unsubscribe_peer(int32_t p_id, const String &p_topic);
	Vector<String> get_peer_topics(int32_t p_id) const;

	// For classes that are clients in ways of their own. What a poll of the client's peer brought; the base reads packets and notices the end.
	virtual void take_from_client();
	const Ref<WebSocketPeer> &get_client() const {
		return client;
	} // Also after its end, until the next connection or close().
	void set_connection_status(ConnectionStatus p_status) {
		status = p_status;
	}

	bool is_suspended() const {
		return session && session->is_suspended;
	} // A client: its connection broke, and another is tried.
	void part(int p_code, const String &p_reason); // A client closes its connection for good.

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

	// Of a client that wants one.
	struct ClientSession {
		String url;
		Ref<TLSOptions> tls_options;
		String token; // Empty: none was handed out yet.
		WSResumeStream stream;
		int64_t grace = 0; // Milliseconds, of this side or the server's, whichever is shorter.
		int64_t deadline = 0; // While suspended.
		int64_t retry_at = 0; // 0: an attempt is under way,
		int64_t attempt_deadline = 0; // which has this long.
		int attempts = 0;
		bool is_suspended = false;
	};
	static constexpr int64_t DEFAULT_HEARTBEAT = 15000; // Milliseconds.
	static constexpr int DEFAULT_RESUME_BUFFER_SIZE = 1024 * 1024;

	void _begin_client_session(const String &p_url, const Ref<TLSOptions> &p_options);
	void _end_client_session();
	bool _hear_server(const WSPacketQueue::Packet &p_packet);
	void _tend_client_session();
	bool _suspend_client();
	void _go_on_suspended();
	void _plan_attempt(int64_t p_now);
	void _attempt_resume(int64_t p_now);
	void _read_welcome();
	WSSendResult _send_from_client(const Vector<uint8_t> &p_packet);
	void _acknowledge_to_server();
	void _break_rule();

	bool _resume_session(int32_t p_id, const WSResumeRequest &p_request);
	void _turn_away(int32_t p_id);
	bool _hear_client(WSResumeSession *p_session, const WSPacketQueue::Packet &p_packet);
	void _tend_sessions();
	void _pump(WSResumeSession *p_session);
	void _acknowledge(WSResumeSession *p_session);
	WSSendResult _send_to_all(Span<uint8_t> p_packet, int p_but);
	bool _has_peer(int32_t p_id) const {
		return sessions.find(p_id) || server->has_client(p_id);
	}
	WSResumeSession *_find_suspended(int32_t p_id) const;
	WSSendResult _send_in_session(WSResumeSession *p_session, const Vector<uint8_t> &p_packet);
	WSSendResult _send_to_all_in_sessions(Span<uint8_t> p_packet, int p_but);
	void _send_note(int32_t p_id, const WSResumeNote &p_note);

	void _send_id(int32_t p_id);
	void _change_handshake(const Vector<String> &p_protocols, const Vector<String> &p_headers);
	bool _take_packet();
	void _push(int32_t p_id, Vector<uint8_t> &&p_data);
	void _collect(int32_t p_id, bool p_all);
	void _collect_backlog();
	void _announce_departures();
	void _poll_client();
	void _read_client_packets(bool p_all = false);
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
	WSResumeTable sessions; // Of a server.
	LocalVector<int32_t> turned_away; // Clients that are no peers.
	LocalVector<int32_t> ended; // Peers whose session has ended while they were away; to be told.
	ClientSession *session = nullptr; // Null: none is wanted, or the server has none.
	int64_t acknowledge_at = 0;
	int64_t resume_time = 0;
	int resume_buffer_size = DEFAULT_RESUME_BUFFER_SIZE;
	int64_t connect_deadline = 0;
	WebSocketPeer::ConnectionError last_error = WebSocketPeer::CONNECTION_ERROR_NONE; // Of the last connection to a server.
	String last_error_text;
	int32_t unique_id = 0;
	int target_peer = 0;
	ConnectionStatus status = CONNECTION_DISCONNECTED;
};
