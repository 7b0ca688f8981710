// WebSocketClient: the signal-based client for scripts, with or without the multiplayer API.
#pragma once

#include "modules/websocket/websocket_multiplayer_peer.h"

// Everything happens inside poll(). Signals: connection_established(protocol), connection_closed(was_clean), connection_error(),
// server_close_request(code, reason), data_received(), reconnecting(attempt, delay).
class WebSocketClient : public WebSocketMultiplayerPeer {
	GDCLASS(WebSocketClient, WebSocketMultiplayerPeer);

public:
	// p_protocols and p_headers, unless empty, become supported_protocols and handshake_headers. p_gd_mp_api: serve as a MultiplayerPeer;
	// data_received() is then not emitted, packets come through get_packet(). Errors are those of WebSocketPeer::connect_to_url().
	Error connect_to_url(const String &p_url, const Vector<String> &p_protocols = Vector<String>(), bool p_gd_mp_api = false, const Vector<String> &p_headers = Vector<String>());
	// Parts in order; connection_closed() follows. Also ends reconnecting, which nothing follows.
	void disconnect_from_host(int p_code = WS_CLOSE_NORMAL, const String &p_reason = String());
	String get_connected_host() const { return get_client().is_valid() ? get_client()->get_connected_host() : String(); }
	int get_connected_port() const { return get_client().is_valid() ? get_client()->get_connected_port() : 0; }

	void set_tls_options(const Ref<TLSOptions> &p_options);
	Ref<TLSOptions> get_tls_options() const { return tls_options; }

	// As WebSocketPeer's.
	void set_proxy(const String &p_proxy) { WebSocketPeer::change_proxy(get_settings(), p_proxy); }
	String get_proxy() const { return get_settings().proxy; }
	void set_max_redirects(int p_count) { WebSocketPeer::change_max_redirects(get_settings(), p_count); }
	int get_max_redirects() const { return get_settings().max_redirects; }

	// When a connection is lost or cannot be made, and it is not this side's wish or the server's last word, it is made again: after
	// reconnect_delay, which doubles with every failure up to reconnect_max_delay; each time a random half of it is taken off at most.
	void set_auto_reconnect(bool p_enabled) { auto_reconnect = p_enabled; }
	bool is_auto_reconnecting() const { return auto_reconnect; }
	void set_reconnect_delay(double p_seconds);
	double get_reconnect_delay() const { return ws_to_seconds(reconnect_delay); }
	void set_reconnect_max_delay(double p_seconds);
	double get_reconnect_max_delay() const { return ws_to_seconds(reconnect_max_delay); }
	void set_reconnect_max_attempts(int p_count);
	int get_reconnect_max_attempts() const { return reconnect_max_attempts; } // 0: no limit.

	// MultiplayerPeer
	void poll() override;
	void close() override;

protected:
	static void _bind_methods();

	// WebSocketMultiplayerPeer
	void take_from_client() override;

private:
	bool _tell_opening(const Ref<WebSocketPeer> &p_peer);
	void _tell_messages(const Ref<WebSocketPeer> &p_peer);
	void _tell_end(const Ref<WebSocketPeer> &p_peer);
	bool _may_reconnect(const Ref<WebSocketPeer> &p_peer) const;
	void _plan_reconnect();
	void _reconnect();

	String url;
	Ref<TLSOptions> tls_options;
	uint64_t told_messages = 0; // Of all that the peer has received.
	int64_t reconnect_delay = 1000; // Milliseconds.
	int64_t reconnect_max_delay = 30000;
	int64_t reconnect_at = 0; // While waiting to connect again; 0: not waiting.
	int reconnect_max_attempts = 0;
	int attempts = 0; // That failed one after another.
	bool auto_reconnect = false;
	bool wants_connection = false; // This side has not parted.
	bool gd_mp_api = false;
	bool is_telling = false; // Inside poll().
	bool is_established = false;
};
