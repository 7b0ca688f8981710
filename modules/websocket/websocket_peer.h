// WebSocketPeer: one WebSocket as scripts see it, client or server side.
#pragma once

#include "core/io/packet_peer.h"
#include "core/io/stream_peer.h"
#include "modules/websocket/host/ws_tls_options.h"
#include "modules/websocket/ws_peer_backend.h"

class WebSocketPeer : public PacketPeer {
	GDCLASS(WebSocketPeer, PacketPeer);

public:
	enum WriteMode : int {
		WRITE_MODE_TEXT,
		WRITE_MODE_BINARY,
	};
	enum State : int {
		STATE_CONNECTING,
		STATE_OPEN,
		STATE_CLOSING,
		STATE_CLOSED,
	};
	// The reasons of WSError under their script-visible names; the same numbers.
	enum ConnectionError : int {
		CONNECTION_ERROR_NONE = int(WSError::NONE),
		CONNECTION_ERROR_RESOLVE = int(WSError::RESOLVE),
		CONNECTION_ERROR_CONNECT = int(WSError::CONNECT),
		CONNECTION_ERROR_TLS = int(WSError::TLS),
		CONNECTION_ERROR_HTTP_STATUS = int(WSError::HTTP_STATUS),
		CONNECTION_ERROR_HANDSHAKE = int(WSError::HANDSHAKE),
		CONNECTION_ERROR_SUBPROTOCOL = int(WSError::SUBPROTOCOL),
		CONNECTION_ERROR_TIMEOUT = int(WSError::TIMEOUT),
		CONNECTION_ERROR_PROTOCOL = int(WSError::PROTOCOL),
		CONNECTION_ERROR_INVALID_TEXT = int(WSError::INVALID_TEXT),
		CONNECTION_ERROR_MESSAGE_TOO_BIG = int(WSError::MESSAGE_TOO_BIG),
		CONNECTION_ERROR_CONNECTION_LOST = int(WSError::CONNECTION_LOST),
		CONNECTION_ERROR_CLOSE_TIMEOUT = int(WSError::CLOSE_TIMEOUT),
		CONNECTION_ERROR_HEARTBEAT = int(WSError::HEARTBEAT),
		CONNECTION_ERROR_INVALID_COMPRESSION = int(WSError::INVALID_COMPRESSION),
		CONNECTION_ERROR_PROXY = int(WSError::PROXY),
		CONNECTION_ERROR_REDIRECT = int(WSError::REDIRECT),
		CONNECTION_ERROR_TOO_SLOW = int(WSError::TOO_SLOW),
		CONNECTION_ERROR_TOO_MANY_MESSAGES = int(WSError::TOO_MANY_MESSAGES),
		CONNECTION_ERROR_PERMISSION = int(WSError::PERMISSION),
	};
	// WSCompressionMode under its script-visible names; the same numbers.
	enum Compression : int {
		COMPRESSION_OFF = int(WSCompressionMode::OFF),
		COMPRESSION_SHARED = int(WSCompressionMode::SHARED),
		COMPRESSION_DEDICATED = int(WSCompressionMode::DEDICATED),
	};

	// ERR_ALREADY_IN_USE unless CLOSED; ERR_INVALID_PARAMETER for a bad URL, header or sub-protocol.
	Error connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options = Ref<TLSOptions>());
	Error accept_stream(const Ref<StreamPeer> &p_stream);
	Error send(const uint8_t *p_data, int p_size, WriteMode p_mode);
	Error send_text(const String &p_text);
	void poll(); // Emits drained().
	Error ping(); // FAILED unless OPEN; ERR_UNAVAILABLE in browsers. The answer shows in get_latency_msec().
	// Negative: at once, without a close frame. 0: a close frame without a code.
	void close(int p_code = WS_CLOSE_NORMAL, const String &p_reason = String());

	State get_ready_state() const { return State(backend->get_state()); }
	int get_close_code() const { return backend->get_close_code(); }
	String get_close_reason() const { return backend->get_close_reason(); }
	ConnectionError get_connection_error() const { return ConnectionError(backend->get_error()); }
	String get_connection_error_message() const { return backend->get_error_text(); }
	int get_latency_msec() const { return backend->get_latency_msec(); } // -1: unknown.
	// Of the handshake: what a client's server answered, or what an accepted peer's client asked for.
	int get_handshake_response_code() const { return backend->get_http_status(); }
	Vector<String> get_handshake_response_headers() const { return is_client() ? backend->get_received_headers() : Vector<String>(); }
	Vector<String> get_handshake_request_headers() const { return is_client() ? Vector<String>() : backend->get_received_headers(); }
	Dictionary get_handshake_cookies() const; // Set by the server, or sent by the client.
	String get_connected_host() const;
	int get_connected_port() const;
	String get_selected_protocol() const { return backend->get_protocol(); }
	String get_requested_url() const;
	bool was_string_packet() const { return packet.is_text; }
	int get_current_outbound_buffered_amount() const { return backend->get_buffered_amount(); }
	void set_no_delay(bool p_enabled) { backend->set_no_delay(p_enabled); }

	void set_supported_protocols(const Vector<String> &p_protocols) { settings.supported_protocols = p_protocols; }
	Vector<String> get_supported_protocols() const { return settings.supported_protocols; }
	void set_handshake_headers(const Vector<String> &p_headers) { settings.handshake_headers = p_headers; }
	Vector<String> get_handshake_headers() const { return settings.handshake_headers; }
	void set_inbound_buffer_size(int p_bytes);
	int get_inbound_buffer_size() const { return settings.inbound_buffer_size; }
	void set_outbound_buffer_size(int p_bytes);
	int get_outbound_buffer_size() const { return settings.outbound_buffer_size; }
	void set_max_message_size(int p_bytes);
	int get_max_message_size() const { return settings.max_message_size; }
	void set_max_queued_packets(int p_count);
	int get_max_queued_packets() const { return settings.max_queued_packets; }
	void set_heartbeat_interval(double p_seconds);
	double get_heartbeat_interval() const { return ws_to_seconds(settings.heartbeat_interval); }
	void set_proxy(const String &p_proxy);
	String get_proxy() const { return settings.proxy; }
	void set_max_redirects(int p_count);
	int get_max_redirects() const { return settings.max_redirects; }
	void set_handshake_timeout(double p_seconds);
	double get_handshake_timeout() const { return ws_to_seconds(settings.handshake_timeout); }
	void set_close_timeout(double p_seconds);
	double get_close_timeout() const { return ws_to_seconds(settings.close_timeout); }

	// permessage-deflate; they count when a connection is made.
	void set_compression(Compression p_compression);
	Compression get_compression() const { return Compression(settings.compression); }
	void set_compression_window_bits(int p_bits);
	int get_compression_window_bits() const { return settings.compression_window_bits; }
	void set_compression_threshold(int p_bytes);
	int get_compression_threshold() const { return settings.compression_threshold; }
	bool is_compressing() const { return backend->is_compressing(); }

	// PacketPeer
	int get_available_packet_count() const override { return backend->get_queued_count(); }
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error get_packet_buffer(Vector<uint8_t> &r_buffer) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override { return send(p_buffer, p_buffer_size, WRITE_MODE_BINARY); }
	// An empty packet is an empty message, not nothing.
	Error put_packet_buffer(const Vector<uint8_t> &p_buffer) override { return put_packet(p_buffer.ptr(), int(p_buffer.size())); }
	int get_max_packet_size() const override;

	// For the module's own classes that make peers or share their settings.
	uint64_t get_received_count() const { return taken_count + uint64_t(get_available_packet_count()); } // Messages, of this connection.
	bool was_used() const { return is_used || taken_count > 0; } // Something was sent or read by this object, or it was closed by it.
	bool take_news(WSPeerBackend::Event p_event); // Whether it has happened since the last call.
	WSPeerBackend *get_backend() { return backend; }
	WSConnectionSettings &get_settings() { return settings; }

	WebSocketPeer();
	~WebSocketPeer() override;

	// The setters of settings that several classes have; false (said on stderr) when the value is none.
	static bool change_compression(WSConnectionSettings &r_settings, Compression p_compression);
	static bool change_compression_window_bits(WSConnectionSettings &r_settings, int p_bits);
	static bool change_compression_threshold(WSConnectionSettings &r_settings, int p_bytes);
	static bool change_proxy(WSConnectionSettings &r_settings, const String &p_proxy);
	static bool change_max_redirects(WSConnectionSettings &r_settings, int p_count);
	// ERR_INVALID_PARAMETER, said on stderr, when one of them cannot go into a handshake.
	static Error check_handshake_parts(const WSConnectionSettings &p_settings);
	// The same for lines that p_where ("reject()") is given.
	static Error check_header_lines(const Vector<String> &p_lines, const String &p_where);
	// False when the connection is to end without a close frame: a negative code, or one that may not be sent (said on stderr).
	// r_reason is p_reason, cut to what fits a close frame (said on stderr, too).
	static bool check_close(int p_code, const String &p_reason, CharString &r_reason);

protected:
	static void _bind_methods();

private:
	Error _send(const Vector<uint8_t> &p_message, WriteMode p_mode);
	bool _take_packet();
	void _forget_last(); // Connection.
	void _leave_server();
	bool is_client() const { return !requested_url.is_empty(); }
	uint16_t _get_connected_port() const { return uint16_t(get_connected_port()); }

	static constexpr int64_t DEFAULT_HANDSHAKE_TIMEOUT = 15000; // Milliseconds; a client's covers the resolver and TLS.

	WSConnectionSettings settings;
	WSPeerBackend *backend = nullptr;
	String requested_url;
	WSPacketQueue::Packet packet; // The last one read.
	uint64_t taken_count = 0; // Messages read.
	bool is_used = false;
	uint32_t news = 0; // Bits of WSPeerBackend::Event that nobody asked for yet.
};

VARIANT_ENUM_CAST(WebSocketPeer::WriteMode);
VARIANT_ENUM_CAST(WebSocketPeer::State);
VARIANT_ENUM_CAST(WebSocketPeer::ConnectionError);
VARIANT_ENUM_CAST(WebSocketPeer::Compression);
