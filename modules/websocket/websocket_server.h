// WebSocketServer: the signal-based server for scripts, with or without the multiplayer API.
#pragma once

#include "modules/websocket/websocket_multiplayer_peer.h"

// Everything happens inside poll(). Signals: client_connected(id, protocol), client_disconnected(id, was_clean),
// client_close_request(id, code, reason), data_received(id).
class WebSocketServer : public WebSocketMultiplayerPeer {
	GDCLASS(WebSocketServer, WebSocketMultiplayerPeer);

public:
	// WSSlowPolicy under its script-visible names; the same numbers.
	enum SlowClientPolicy : int {
		SLOW_CLIENT_REFUSE_MESSAGE = int(WSSlowPolicy::REFUSE_MESSAGE),
		SLOW_CLIENT_DROP_MESSAGE = int(WSSlowPolicy::DROP_MESSAGE),
		SLOW_CLIENT_DISCONNECT = int(WSSlowPolicy::DISCONNECT),
	};

	// p_port 0 lets the system choose (get_local_port()). p_protocols: what the server speaks; empty takes clients that ask for
	// none. p_gd_mp_api: serve as a MultiplayerPeer; data_received() is then not emitted, packets come through get_packet().
	Error listen(int p_port, const Vector<String> &p_protocols = Vector<String>(), bool p_gd_mp_api = false);
	// At once, for the script. In the background what was accepted for sending leaves, then a close frame, and the connections end when the
	// clients have answered, or p_deadline seconds later (below 0: as long as there is progress). A negative p_code cuts them off.
	void stop(int p_code = WS_CLOSE_GOING_AWAY, const String &p_reason = "The server is stopping.", double p_deadline = -1.0);
	bool is_listening() const { return get_server() != nullptr; }
	int get_local_port() const { return get_server() ? get_server()->get_local_port() : 0; }
	bool has_peer(int p_peer_id) const { return has_client_peer(p_peer_id); }
	void disconnect_peer_with_code(int p_peer_id, int p_code = WS_CLOSE_NORMAL, const String &p_reason = String());
	void set_extra_headers(const Vector<String> &p_headers) { set_handshake_headers(p_headers); }

	void set_allowed_origins(const Vector<String> &p_origins);
	Vector<String> get_allowed_origins() const { return policy.allowed_origins; }

	// As listen(), with TLS: files of a private key and of its certificate (with those in between, if any).
	Error listen_tls(int p_port, const String &p_private_key, const String &p_certificate, const Vector<String> &p_protocols = Vector<String>(), bool p_gd_mp_api = false);
	// Reads the files of listen_tls() anew. Those who are connected stay, those who come see the new certificate.
	Error reload_certificate();
	// For listen(); null: no TLS. While the server listens, for those who come from now on.
	void set_tls_options(const Ref<TLSOptions> &p_options);
	Ref<TLSOptions> get_tls_options() const { return tls_options; }

	// Files over plain HTTP on the same port: what is in p_folder stands under p_path.
	Error serve_files(const String &p_path, const String &p_folder);
	void stop_serving_files(const String &p_path);
	void set_file_headers(const Vector<String> &p_headers);
	Vector<String> get_file_headers() const { return policy.files.headers; }
	void set_cross_origin_isolation(bool p_enabled);
	bool get_cross_origin_isolation() const { return policy.files.is_isolated; }

	void set_max_clients(int p_count);
	int get_max_clients() const { return policy.max_clients; }
	void set_max_clients_per_address(int p_count);
	int get_max_clients_per_address() const { return policy.max_clients_per_address; }
	void set_max_pending_handshakes(int p_count);
	int get_max_pending_handshakes() const { return policy.max_handshakes; }
	void set_max_messages_per_second(int p_count);
	int get_max_messages_per_second() const { return policy.max_messages_per_second; }
	void set_idle_timeout(double p_seconds);
	double get_idle_timeout() const { return ws_to_seconds(idle_timeout); }
	void set_slow_client_policy(SlowClientPolicy p_policy);
	SlowClientPolicy get_slow_client_policy() const { return slow_client_policy; }

	// Topics: names that clients are subscribed to by the server's script. They end with the client.
	void subscribe(int p_peer_id, const String &p_topic);
	void unsubscribe(int p_peer_id, const String &p_topic);
	Vector<String> get_topics(int p_peer_id) const;
	Vector<int32_t> get_subscribers(const String &p_topic) const;
	// How many clients have the message, or will. It is framed and compressed once.
	int publish(const String &p_topic, const Vector<uint8_t> &p_packet, bool p_is_text = false, int p_except = 0);
	int broadcast(const Vector<uint8_t> &p_packet, bool p_is_text = false, int p_except = 0);

	Dictionary get_statistics() const;
	void set_metrics_path(const String &p_path);
	String get_metrics_path() const { return policy.metrics_path; }

	// For WebSocketRequest.
	bool has_request(int p_id) const { return get_server() && get_server()->has_request(p_id); }
	Error accept_request(int p_id, const String &p_protocol, const Vector<String> &p_headers) { return get_server()->accept_request(p_id, p_protocol, p_headers); }
	void refuse_request(int p_id, int p_status, const Vector<String> &p_headers, const String &p_body) { get_server()->refuse_request(p_id, p_status, p_headers, p_body); }

	void set_bind_ip(const String &p_address);
	String get_bind_ip() const { return bind_ip; }

protected:
	static void _bind_methods();

	// WSServerBackendHandler
	void client_opened(int32_t p_id) override;
	void client_messages(int32_t p_id, int p_count) override;
	void client_close_requested(int32_t p_id, int p_code, const String &p_reason) override;
	void client_closed(int32_t p_id, bool p_was_clean) override;
	bool keeps_target(std::string_view p_target) const override { return gd_mp_api && WebSocketMultiplayerPeer::keeps_target(p_target); }
	void session_ended(int32_t p_id) override;
	bool decides_requests() const override;
	void client_requested(int32_t p_id, const WSRequestInfo &p_info) override;

	WSConnectionSettings make_server_settings() const override;

private:
	int _send_to_list(const Vector<int32_t> &p_ids, const Vector<uint8_t> &p_packet, int p_except);
	void _share_policy();

	static constexpr int64_t DEFAULT_IDLE_TIMEOUT = 120000; // Milliseconds.

	Error _load_tls(const String &p_private_key, const String &p_certificate);

	WSServerSettings policy;
	Ref<TLSOptions> tls_options;
	String private_key_file; // Of listen_tls().
	String certificate_file;
	int64_t idle_timeout = DEFAULT_IDLE_TIMEOUT;
	SlowClientPolicy slow_client_policy = SLOW_CLIENT_REFUSE_MESSAGE;
	String bind_ip = "*";
	bool gd_mp_api = false;
};

VARIANT_ENUM_CAST(WebSocketServer::SlowClientPolicy);
