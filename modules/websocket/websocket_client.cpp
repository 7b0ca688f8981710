// What a poll brought becomes signals, and a lost connection another attempt.
#include "modules/websocket/websocket_client.h"

#include "core/os/os.h"
#include "modules/websocket/transport/ws_backoff.h"

static int64_t _get_now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

Error WebSocketClient::connect_to_url(const String &p_url, const Vector<String> &p_protocols, bool p_gd_mp_api, const Vector<String> &p_headers) {
	ERR_FAIL_COND_V_MSG(get_connection_status() != CONNECTION_DISCONNECTED, ERR_ALREADY_IN_USE, "This WebSocketClient is in use; disconnect_from_host() or close() it first.");
	if (!p_protocols.is_empty()) {
		set_supported_protocols(p_protocols);
	}
	if (!p_headers.is_empty()) {
		set_handshake_headers(p_headers);
	}
	const Error result = create_client(p_url, tls_options);
	if (result == OK) {
		url = p_url;
		gd_mp_api = p_gd_mp_api;
		wants_connection = true;
		is_established = false;
		told_messages = 0;
		attempts = 0;
	}
	return result;
}

void WebSocketClient::disconnect_from_host(int p_code, const String &p_reason) {
	wants_connection = false;
	if (reconnect_at != 0) {
		reconnect_at = 0;
		set_connection_status(CONNECTION_DISCONNECTED);
	} else if (get_client().is_valid()) {
		part(p_code, p_reason);
	}
}

void WebSocketClient::close() {
	wants_connection = false;
	reconnect_at = 0;
	WebSocketMultiplayerPeer::close();
}

void WebSocketClient::poll() {
	if (is_telling) {
		return; // From inside a handler: the poll that called it goes on afterwards.
	}
	Ref<WebSocketClient> keep_alive; // A handler may let go of the last reference.
	keep_alive.reference_ptr(this);
	is_telling = true;
	if (reconnect_at != 0 && _get_now() >= reconnect_at) {
		_reconnect();
	}
	if (reconnect_at == 0) {
		WebSocketMultiplayerPeer::poll();
	}
	is_telling = false;
}

// After every signal: a handler may have closed this client, and may have begun another connection.
void WebSocketClient::take_from_client() {
	const Ref<WebSocketPeer> peer = get_client();
	if (is_suspended()) {
		peer->take_news(WSPeerBackend::EVENT_OPENED); // What it resumes goes on; nothing was established.
	} else if (!_tell_opening(peer)) {
		return;
	}
	if (gd_mp_api) {
		WebSocketMultiplayerPeer::take_from_client();
	} else {
		_tell_messages(peer);
	}
	if (get_client() == peer && peer->take_news(WSPeerBackend::EVENT_CLOSE_REQUESTED)) {
		emit_signal(SNAME("server_close_request"), int64_t(peer->get_close_code()), peer->get_close_reason());
	}
	const bool has_ended = gd_mp_api ? get_connection_status() == CONNECTION_DISCONNECTED : peer->get_ready_state() == WebSocketPeer::STATE_CLOSED;
	if (get_client() == peer && has_ended) {
		_tell_end(peer);
	}
}

bool WebSocketClient::_tell_opening(const Ref<WebSocketPeer> &p_peer) {
	if (!p_peer->take_news(WSPeerBackend::EVENT_OPENED)) {
		return true;
	}
	is_established = true;
	attempts = 0;
	if (!gd_mp_api) {
		set_connection_status(CONNECTION_CONNECTED);
	}
	emit_signal(SNAME("connection_established"), p_peer->get_selected_protocol());
	return get_client() == p_peer;
}

void WebSocketClient::_tell_messages(const Ref<WebSocketPeer> &p_peer) {
	const uint64_t received = p_peer->get_received_count();
	// A handler may read several messages at once.
	while (told_messages < received && get_client() == p_peer && p_peer->get_available_packet_count() > 0) {
		told_messages++;
		emit_signal(SNAME("data_received"));
	}
	if (get_client() == p_peer) {
		told_messages = MAX(told_messages, received);
	}
}

void WebSocketClient::_tell_end(const Ref<WebSocketPeer> &p_peer) {
	set_connection_status(CONNECTION_DISCONNECTED);
	if (is_established) {
		const bool was_clean = p_peer->get_close_code() != WS_CLOSE_UNCLEAN && p_peer->get_connection_error() == WebSocketPeer::CONNECTION_ERROR_NONE;
		emit_signal(SNAME("connection_closed"), was_clean);
	} else {
		emit_signal(SNAME("connection_error"));
	}
	if (get_client() == p_peer && get_connection_status() == CONNECTION_DISCONNECTED && _may_reconnect(p_peer)) {
		_plan_reconnect();
	}
}

// --- Reconnecting.

static bool _is_worth_another_attempt(const Ref<WebSocketPeer> &p_peer) {
	const int status = p_peer->get_handshake_response_code();
	switch (p_peer->get_connection_error()) {
		case WebSocketPeer::CONNECTION_ERROR_NONE:
			break;
		case WebSocketPeer::CONNECTION_ERROR_HTTP_STATUS:
			return status >= 500 || status == 408 || status == 425 || status == 429;
		case WebSocketPeer::CONNECTION_ERROR_RESOLVE:
		case WebSocketPeer::CONNECTION_ERROR_CONNECT:
		case WebSocketPeer::CONNECTION_ERROR_TLS:
		case WebSocketPeer::CONNECTION_ERROR_PROXY:
		case WebSocketPeer::CONNECTION_ERROR_TIMEOUT:
		case WebSocketPeer::CONNECTION_ERROR_CONNECTION_LOST:
		case WebSocketPeer::CONNECTION_ERROR_CLOSE_TIMEOUT:
		case WebSocketPeer::CONNECTION_ERROR_HEARTBEAT:
			return true;
		default:
			return false; // It would end in the same way.
	}
	const int code = p_peer->get_close_code();
	return code == WS_CLOSE_GOING_AWAY || code == WS_CLOSE_UNCLEAN || (code >= WS_CLOSE_INTERNAL_ERROR && code <= WS_CLOSE_BAD_GATEWAY);
}

bool WebSocketClient::_may_reconnect(const Ref<WebSocketPeer> &p_peer) const {
	const bool may_try = reconnect_max_attempts == 0 || attempts < reconnect_max_attempts;
	return auto_reconnect && wants_connection && may_try && _is_worth_another_attempt(p_peer);
}

void WebSocketClient::_plan_reconnect() {
	const int64_t delay = ws_make_retry_delay(attempts, reconnect_delay, reconnect_max_delay);
	attempts++;
	reconnect_at = MAX(_get_now() + delay, int64_t(1));
	set_connection_status(CONNECTION_CONNECTING);
	emit_signal(SNAME("reconnecting"), int64_t(attempts), ws_to_seconds(delay));
}

void WebSocketClient::_reconnect() {
	reconnect_at = 0;
	set_connection_status(CONNECTION_DISCONNECTED);
	is_established = false;
	told_messages = 0;
	if (create_client(url, tls_options) != OK) {
		emit_signal(SNAME("connection_error")); // Headers or sub-protocols have become such that they cannot be sent.
	}
}

void WebSocketClient::set_tls_options(const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_MSG(p_options.is_valid() && p_options->is_server(), "These TLSOptions are for a server; use TLSOptions.client().");
	tls_options = p_options;
}

void WebSocketClient::set_reconnect_delay(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0), "reconnect_delay is a time in seconds above 0.");
	reconnect_delay = MAX(ws_to_msec(p_seconds), int64_t(1));
}

void WebSocketClient::set_reconnect_max_delay(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0), "reconnect_max_delay is a time in seconds above 0.");
	reconnect_max_delay = MAX(ws_to_msec(p_seconds), int64_t(1));
}

void WebSocketClient::set_reconnect_max_attempts(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "reconnect_max_attempts is a number of attempts; 0 is for no limit.");
	reconnect_max_attempts = p_count;
}

void WebSocketClient::_bind_methods() {
	ClassDB::bind_method(D_METHOD("connect_to_url", "url", "protocols", "gd_mp_api", "custom_headers"), &WebSocketClient::connect_to_url, DEFVAL(Vector<String>()), DEFVAL(false), DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("disconnect_from_host", "code", "reason"), &WebSocketClient::disconnect_from_host, DEFVAL(1000), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("get_connected_host"), &WebSocketClient::get_connected_host);
	ClassDB::bind_method(D_METHOD("get_connected_port"), &WebSocketClient::get_connected_port);
	ClassDB::bind_method(D_METHOD("set_tls_options", "options"), &WebSocketClient::set_tls_options);
	ClassDB::bind_method(D_METHOD("get_tls_options"), &WebSocketClient::get_tls_options);
	ClassDB::bind_method(D_METHOD("set_proxy", "proxy"), &WebSocketClient::set_proxy);
	ClassDB::bind_method(D_METHOD("get_proxy"), &WebSocketClient::get_proxy);
	ClassDB::bind_method(D_METHOD("set_max_redirects", "count"), &WebSocketClient::set_max_redirects);
	ClassDB::bind_method(D_METHOD("get_max_redirects"), &WebSocketClient::get_max_redirects);
	ClassDB::bind_method(D_METHOD("set_auto_reconnect", "enabled"), &WebSocketClient::set_auto_reconnect);
	ClassDB::bind_method(D_METHOD("is_auto_reconnecting"), &WebSocketClient::is_auto_reconnecting);
	ClassDB::bind_method(D_METHOD("set_reconnect_delay", "seconds"), &WebSocketClient::set_reconnect_delay);
	ClassDB::bind_method(D_METHOD("get_reconnect_delay"), &WebSocketClient::get_reconnect_delay);
	ClassDB::bind_method(D_METHOD("set_reconnect_max_delay", "seconds"), &WebSocketClient::set_reconnect_max_delay);
	ClassDB::bind_method(D_METHOD("get_reconnect_max_delay"), &WebSocketClient::get_reconnect_max_delay);
	ClassDB::bind_method(D_METHOD("set_reconnect_max_attempts", "count"), &WebSocketClient::set_reconnect_max_attempts);
	ClassDB::bind_method(D_METHOD("get_reconnect_max_attempts"), &WebSocketClient::get_reconnect_max_attempts);

	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "tls_options", PROPERTY_HINT_RESOURCE_TYPE, "TLSOptions", PROPERTY_USAGE_NONE), "set_tls_options", "get_tls_options");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "proxy"), "set_proxy", "get_proxy");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_redirects"), "set_max_redirects", "get_max_redirects");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "auto_reconnect"), "set_auto_reconnect", "is_auto_reconnecting");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "reconnect_delay"), "set_reconnect_delay", "get_reconnect_delay");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "reconnect_max_delay"), "set_reconnect_max_delay", "get_reconnect_max_delay");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "reconnect_max_attempts"), "set_reconnect_max_attempts", "get_reconnect_max_attempts");

	ADD_SIGNAL(MethodInfo("connection_established", PropertyInfo(Variant::STRING, "protocol")));
	ADD_SIGNAL(MethodInfo("connection_closed", PropertyInfo(Variant::BOOL, "was_clean")));
	ADD_SIGNAL(MethodInfo("connection_error"));
	ADD_SIGNAL(MethodInfo("data_received"));
	ADD_SIGNAL(MethodInfo("server_close_request", PropertyInfo(Variant::INT, "code"), PropertyInfo(Variant::STRING, "reason")));
	ADD_SIGNAL(MethodInfo("reconnecting", PropertyInfo(Variant::INT, "attempt"), PropertyInfo(Variant::FLOAT, "delay")));
}
