// Checks what scripts hand over, then leaves the work to the backend.
#include "modules/websocket/websocket_peer.h"

#include "modules/websocket/protocol/ws_cookies.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/transport/ws_proxy.h"

WebSocketPeer::WebSocketPeer() {
	settings.handshake_timeout = DEFAULT_HANDSHAKE_TIMEOUT;
	backend = WSPeerBackend::create(&settings);
}

WebSocketPeer::~WebSocketPeer() {
	memdelete(backend);
}

Error WebSocketPeer::check_header_lines(const Vector<String> &p_lines, const String &p_where) {
	for (const String &text : p_lines) {
		const CharString bytes = text.utf8();
		const std::string_view line(bytes.get_data(), size_t(bytes.length()));
		ERR_FAIL_COND_V_MSG(!http_is_header_line(line), ERR_INVALID_PARAMETER, p_where + ": \"" + text.c_escape() + "\" is not of the form \"Name: value\".");
		ERR_FAIL_COND_V_MSG(ws_is_own_header(line), ERR_INVALID_PARAMETER, p_where + ": \"" + text.c_escape() + "\" belongs to the handshake itself; use supported_protocols for sub-protocols.");
	}
	return OK;
}

Error WebSocketPeer::check_handshake_parts(const WSConnectionSettings &p_settings) {
	const Error headers = check_header_lines(p_settings.handshake_headers, "handshake_headers");
	if (headers != OK) {
		return headers;
	}
	for (int64_t i = 0; i < p_settings.supported_protocols.size(); i++) {
		const CharString name = p_settings.supported_protocols[i].utf8();
		ERR_FAIL_COND_V_MSG(!http_is_token(http_trim(std::string_view(name.get_data(), size_t(name.length())))), ERR_INVALID_PARAMETER,
				"supported_protocols: \"" + p_settings.supported_protocols[i].c_escape() + "\" cannot be a name; use letters, digits and -._~.");
	}
	return OK;
}

Error WebSocketPeer::connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options) {
	ERR_FAIL_COND_V_MSG(get_ready_state() != STATE_CLOSED, ERR_ALREADY_IN_USE, "This WebSocketPeer is in use; close() it first or make another.");
	ERR_FAIL_COND_V_MSG(p_tls_options.is_valid() && p_tls_options->is_server(), ERR_INVALID_PARAMETER, "These TLSOptions are for a server; use TLSOptions.client().");
	const Error parts = check_handshake_parts(settings);
	if (parts != OK) {
		return parts;
	}
	String error;
	const Error result = backend->connect_to_url(p_url, p_tls_options, error);
	ERR_FAIL_COND_V_MSG(result != OK, result, error);
	_leave_server();
	requested_url = WSUrl::without_credentials(p_url.contains(":/") ? p_url : "ws://" + p_url);
	_forget_last();
	return OK;
}

Error WebSocketPeer::accept_stream(const Ref<StreamPeer> &p_stream) {
	ERR_FAIL_COND_V_MSG(p_stream.is_null(), ERR_INVALID_PARAMETER, "accept_stream() needs a StreamPeer, e.g. from TCPServer.take_connection().");
	ERR_FAIL_COND_V_MSG(get_ready_state() != STATE_CLOSED, ERR_ALREADY_IN_USE, "This WebSocketPeer is in use; close() it first or make another.");
	const Error parts = check_handshake_parts(settings);
	if (parts != OK) {
		return parts;
	}
	_leave_server();
	requested_url = String();
	_forget_last();
	const Error result = backend->accept_stream(p_stream);
	ERR_FAIL_COND_V_MSG(result == ERR_UNAVAILABLE, result, "A browser cannot be the server's side of a WebSocket; run the server natively, e.g. with --headless.");
	return result;
}

Error WebSocketPeer::send(const uint8_t *p_data, int p_size, WriteMode p_mode) {
	if (get_ready_state() != STATE_OPEN) {
		return FAILED;
	}
	const WSMessageType type = p_mode == WRITE_MODE_TEXT ? WSMessageType::TEXT : WSMessageType::BINARY;
	is_used = true;
	const WSSendResult result = backend->send(type, Span<uint8_t>(p_data, uint64_t(p_size)));
	return result == WSSendResult::REFUSED ? ERR_OUT_OF_MEMORY : OK;
}

Error WebSocketPeer::_send(const Vector<uint8_t> &p_message, WriteMode p_mode) {
	ERR_FAIL_COND_V_MSG(p_mode != WRITE_MODE_TEXT && p_mode != WRITE_MODE_BINARY, ERR_INVALID_PARAMETER, "write_mode is neither WRITE_MODE_TEXT nor WRITE_MODE_BINARY.");
	return send(p_message.ptr(), int(p_message.size()), p_mode);
}

Error WebSocketPeer::send_text(const String &p_text) {
	const CharString text = p_text.utf8();
	return send(reinterpret_cast<const uint8_t *>(text.get_data()), int(text.length()), WRITE_MODE_TEXT);
}

// The longest beginning of a reason that fits a close frame and does not end inside a character.
static CharString _cut_reason(const String &p_reason) {
	String part = p_reason.left(WSLimits::MAX_CLOSE_REASON);
	while (part.utf8().length() > WSLimits::MAX_CLOSE_REASON) {
		part = part.left(part.length() - 1);
	}
	return part.utf8();
}

bool WebSocketPeer::check_close(int p_code, const String &p_reason, CharString &r_reason) {
	if (p_code < 0) {
		return false;
	}
	ERR_FAIL_COND_V_MSG(p_code != WS_CLOSE_NO_CODE && !ws_is_close_code_valid(p_code), false,
			"Close code " + itos(p_code) + " may not be sent (RFC 6455 section 7.4), so the connection ends without a close frame. Use 1000 or 3000 to 4999.");
	r_reason = p_reason.utf8();
	if (r_reason.length() > WSLimits::MAX_CLOSE_REASON) {
		ERR_PRINT("A close reason of " + itos(r_reason.length()) + " bytes does not fit the 123 of a close frame; it is cut.");
		r_reason = _cut_reason(p_reason);
	}
	return true;
}

void WebSocketPeer::close(int p_code, const String &p_reason) {
	is_used = true;
	CharString reason;
	if (check_close(p_code, p_reason, reason)) {
		backend->close(p_code, reason);
	} else {
		backend->abort();
	}
}

void WebSocketPeer::poll() {
	backend->poll();
	news |= backend->take_events();
	if (take_news(WSPeerBackend::EVENT_DRAINED)) {
		emit_signal(SNAME("drained"));
	}
}

bool WebSocketPeer::take_news(WSPeerBackend::Event p_event) {
	const bool happened = (news & p_event) != 0;
	news &= ~uint32_t(p_event);
	return happened;
}

// A peer that a server had made is used for a connection of its own.
void WebSocketPeer::_leave_server() {
	settings.owner = nullptr;
	settings.traffic = nullptr;
}

void WebSocketPeer::_forget_last() {
	packet = WSPacketQueue::Packet();
	taken_count = 0;
	is_used = false;
	news = 0;
}

Error WebSocketPeer::ping() {
	return get_ready_state() == STATE_OPEN ? backend->ping() : FAILED;
}

Dictionary WebSocketPeer::get_handshake_cookies() const {
	Dictionary cookies;
	const auto add = [&cookies](const WSCookie &p_cookie) {
		cookies[String::utf8(p_cookie.name.data(), int64_t(p_cookie.name.size()))] = String::utf8(p_cookie.value.data(), int64_t(p_cookie.value.size()));
	};
	for (const String &header : backend->get_received_headers()) {
		const CharString bytes = header.utf8();
		const std::string_view line(bytes.get_data(), size_t(bytes.length()));
		const std::string_view name = line.substr(0, MIN(line.find(':'), line.size()));
		const std::string_view value = line.substr(MIN(name.size() + 1, line.size()));
		WSCookie cookie;
		if (is_client() && http_is_same_token(name, "Set-Cookie") && ws_parse_set_cookie(value, cookie)) {
			add(cookie);
		} else if (!is_client() && http_is_same_token(name, "Cookie")) {
			for (const WSCookie &sent : ws_parse_cookies(value)) {
				add(sent);
			}
		}
	}
	return cookies;
}

bool WebSocketPeer::_take_packet() {
	if (backend->get_queued_count() == 0) {
		return false;
	}
	packet = backend->take_packet();
	taken_count++;
	return true;
}

Error WebSocketPeer::get_packet(const uint8_t **r_buffer, int &r_buffer_size) {
	r_buffer_size = 0;
	if (!_take_packet()) {
		return get_ready_state() == STATE_OPEN ? ERR_UNAVAILABLE : FAILED;
	}
	*r_buffer = packet.data.ptr();
	r_buffer_size = int(packet.data.size());
	return OK;
}

Error WebSocketPeer::get_packet_buffer(Vector<uint8_t> &r_buffer) {
	if (!_take_packet()) {
		return get_ready_state() == STATE_OPEN ? ERR_UNAVAILABLE : FAILED;
	}
	r_buffer = std::move(packet.data);
	packet.data = Vector<uint8_t>();
	return OK;
}

int WebSocketPeer::get_max_packet_size() const {
	return settings.outbound_buffer_size > 0 ? settings.outbound_buffer_size : INT32_MAX / 2;
}

String WebSocketPeer::get_requested_url() const {
	return requested_url.is_empty() ? backend->get_requested_url() : requested_url;
}

String WebSocketPeer::get_connected_host() const {
	String host;
	int port = 0;
	return backend->get_peer_address(host, port) ? host : String();
}

int WebSocketPeer::get_connected_port() const {
	String host;
	int port = 0;
	return backend->get_peer_address(host, port) ? port : 0;
}

void WebSocketPeer::set_inbound_buffer_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "inbound_buffer_size is a number of bytes; 0 is for no limit.");
	settings.inbound_buffer_size = p_bytes;
}

void WebSocketPeer::set_outbound_buffer_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "outbound_buffer_size is a number of bytes; 0 is for no limit.");
	settings.outbound_buffer_size = p_bytes;
}

void WebSocketPeer::set_max_message_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "max_message_size is a number of bytes; 0 is for the same as inbound_buffer_size.");
	settings.max_message_size = p_bytes;
}

void WebSocketPeer::set_max_queued_packets(int p_count) {
	ERR_FAIL_COND_MSG(p_count <= 0, "max_queued_packets must be above 0.");
	settings.max_queued_packets = p_count;
}

void WebSocketPeer::set_heartbeat_interval(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "heartbeat_interval is a time in seconds; 0 is for no pings.");
	settings.heartbeat_interval = ws_to_msec(p_seconds);
	settings.kin_heartbeat_interval = 0; // Of the server that made it.
	backend->settings_changed();
}

bool WebSocketPeer::change_proxy(WSConnectionSettings &r_settings, const String &p_proxy) {
	String error;
	const Error result = WSProxy::check(p_proxy, error);
	ERR_FAIL_COND_V_MSG(result != OK, false, "proxy: " + error + " \"environment\" goes by the variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY.");
	r_settings.proxy = p_proxy;
	return true;
}

bool WebSocketPeer::change_max_redirects(WSConnectionSettings &r_settings, int p_count) {
	ERR_FAIL_COND_V_MSG(p_count < 0, false, "max_redirects is a number of answers; 0 follows none.");
	r_settings.max_redirects = p_count;
	return true;
}

void WebSocketPeer::set_proxy(const String &p_proxy) {
	change_proxy(settings, p_proxy);
}

void WebSocketPeer::set_max_redirects(int p_count) {
	change_max_redirects(settings, p_count);
}

void WebSocketPeer::set_handshake_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0), "handshake_timeout is a time in seconds above 0.");
	settings.handshake_timeout = ws_to_msec(p_seconds);
	backend->settings_changed();
}

void WebSocketPeer::set_close_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0), "close_timeout is a time in seconds above 0.");
	settings.close_timeout = ws_to_msec(p_seconds);
	backend->settings_changed();
}

bool WebSocketPeer::change_compression(WSConnectionSettings &r_settings, Compression p_compression) {
	ERR_FAIL_COND_V_MSG(p_compression < COMPRESSION_OFF || p_compression > COMPRESSION_DEDICATED, false, "compression is COMPRESSION_OFF, COMPRESSION_SHARED or COMPRESSION_DEDICATED.");
	r_settings.compression = WSCompressionMode(p_compression);
	return true;
}

bool WebSocketPeer::change_compression_window_bits(WSConnectionSettings &r_settings, int p_bits) {
	ERR_FAIL_COND_V_MSG(p_bits < WSDeflateParameters::MIN_WINDOW_BITS || p_bits > WSDeflateParameters::MAX_WINDOW_BITS, false, "compression_window_bits is 9 (512 bytes) to 15 (32 KiB).");
	r_settings.compression_window_bits = p_bits;
	return true;
}

bool WebSocketPeer::change_compression_threshold(WSConnectionSettings &r_settings, int p_bytes) {
	ERR_FAIL_COND_V_MSG(p_bytes < 0, false, "compression_threshold is a number of bytes; 0 compresses every message that gets smaller.");
	r_settings.compression_threshold = p_bytes;
	return true;
}

void WebSocketPeer::set_compression(Compression p_compression) {
	change_compression(settings, p_compression);
}

void WebSocketPeer::set_compression_window_bits(int p_bits) {
	change_compression_window_bits(settings, p_bits);
}

void WebSocketPeer::set_compression_threshold(int p_bytes) {
	change_compression_threshold(settings, p_bytes);
}

void WebSocketPeer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("connect_to_url", "url", "tls_client_options"), &WebSocketPeer::connect_to_url, DEFVAL(Ref<TLSOptions>()));
	ClassDB::bind_method(D_METHOD("accept_stream", "stream"), &WebSocketPeer::accept_stream);
	ClassDB::bind_method(D_METHOD("send", "message", "write_mode"), &WebSocketPeer::_send, DEFVAL(WRITE_MODE_BINARY));
	ClassDB::bind_method(D_METHOD("send_text", "message"), &WebSocketPeer::send_text);
	ClassDB::bind_method(D_METHOD("was_string_packet"), &WebSocketPeer::was_string_packet);
	ClassDB::bind_method(D_METHOD("poll"), &WebSocketPeer::poll);
	ClassDB::bind_method(D_METHOD("close", "code", "reason"), &WebSocketPeer::close, DEFVAL(1000), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("get_connected_host"), &WebSocketPeer::get_connected_host);
	ClassDB::bind_method(D_METHOD("get_connected_port"), &WebSocketPeer::_get_connected_port);
	ClassDB::bind_method(D_METHOD("get_selected_protocol"), &WebSocketPeer::get_selected_protocol);
	ClassDB::bind_method(D_METHOD("get_requested_url"), &WebSocketPeer::get_requested_url);
	ClassDB::bind_method(D_METHOD("set_no_delay", "enabled"), &WebSocketPeer::set_no_delay);
	ClassDB::bind_method(D_METHOD("get_current_outbound_buffered_amount"), &WebSocketPeer::get_current_outbound_buffered_amount);
	ClassDB::bind_method(D_METHOD("get_ready_state"), &WebSocketPeer::get_ready_state);
	ClassDB::bind_method(D_METHOD("get_close_code"), &WebSocketPeer::get_close_code);
	ClassDB::bind_method(D_METHOD("get_close_reason"), &WebSocketPeer::get_close_reason);
	ClassDB::bind_method(D_METHOD("get_connection_error"), &WebSocketPeer::get_connection_error);
	ClassDB::bind_method(D_METHOD("get_connection_error_message"), &WebSocketPeer::get_connection_error_message);
	ClassDB::bind_method(D_METHOD("get_supported_protocols"), &WebSocketPeer::get_supported_protocols);
	ClassDB::bind_method(D_METHOD("set_supported_protocols", "protocols"), &WebSocketPeer::set_supported_protocols);
	ClassDB::bind_method(D_METHOD("get_handshake_headers"), &WebSocketPeer::get_handshake_headers);
	ClassDB::bind_method(D_METHOD("set_handshake_headers", "protocols"), &WebSocketPeer::set_handshake_headers);
	ClassDB::bind_method(D_METHOD("get_inbound_buffer_size"), &WebSocketPeer::get_inbound_buffer_size);
	ClassDB::bind_method(D_METHOD("set_inbound_buffer_size", "buffer_size"), &WebSocketPeer::set_inbound_buffer_size);
	ClassDB::bind_method(D_METHOD("get_outbound_buffer_size"), &WebSocketPeer::get_outbound_buffer_size);
	ClassDB::bind_method(D_METHOD("set_outbound_buffer_size", "buffer_size"), &WebSocketPeer::set_outbound_buffer_size);
	ClassDB::bind_method(D_METHOD("set_max_queued_packets", "buffer_size"), &WebSocketPeer::set_max_queued_packets);
	ClassDB::bind_method(D_METHOD("get_max_queued_packets"), &WebSocketPeer::get_max_queued_packets);
	ClassDB::bind_method(D_METHOD("set_heartbeat_interval", "interval"), &WebSocketPeer::set_heartbeat_interval);
	ClassDB::bind_method(D_METHOD("get_heartbeat_interval"), &WebSocketPeer::get_heartbeat_interval);
	ClassDB::bind_method(D_METHOD("set_handshake_timeout", "timeout"), &WebSocketPeer::set_handshake_timeout);
	ClassDB::bind_method(D_METHOD("get_handshake_timeout"), &WebSocketPeer::get_handshake_timeout);
	ClassDB::bind_method(D_METHOD("set_close_timeout", "timeout"), &WebSocketPeer::set_close_timeout);
	ClassDB::bind_method(D_METHOD("get_close_timeout"), &WebSocketPeer::get_close_timeout);
	ClassDB::bind_method(D_METHOD("set_compression", "compression"), &WebSocketPeer::set_compression);
	ClassDB::bind_method(D_METHOD("get_compression"), &WebSocketPeer::get_compression);
	ClassDB::bind_method(D_METHOD("set_compression_window_bits", "bits"), &WebSocketPeer::set_compression_window_bits);
	ClassDB::bind_method(D_METHOD("get_compression_window_bits"), &WebSocketPeer::get_compression_window_bits);
	ClassDB::bind_method(D_METHOD("set_compression_threshold", "bytes"), &WebSocketPeer::set_compression_threshold);
	ClassDB::bind_method(D_METHOD("get_compression_threshold"), &WebSocketPeer::get_compression_threshold);
	ClassDB::bind_method(D_METHOD("set_proxy", "proxy"), &WebSocketPeer::set_proxy);
	ClassDB::bind_method(D_METHOD("get_proxy"), &WebSocketPeer::get_proxy);
	ClassDB::bind_method(D_METHOD("set_max_redirects", "count"), &WebSocketPeer::set_max_redirects);
	ClassDB::bind_method(D_METHOD("get_max_redirects"), &WebSocketPeer::get_max_redirects);
	ClassDB::bind_method(D_METHOD("set_max_message_size", "bytes"), &WebSocketPeer::set_max_message_size);
	ClassDB::bind_method(D_METHOD("get_max_message_size"), &WebSocketPeer::get_max_message_size);
	ClassDB::bind_method(D_METHOD("ping"), &WebSocketPeer::ping);
	ClassDB::bind_method(D_METHOD("get_latency_msec"), &WebSocketPeer::get_latency_msec);
	ClassDB::bind_method(D_METHOD("get_handshake_response_code"), &WebSocketPeer::get_handshake_response_code);
	ClassDB::bind_method(D_METHOD("get_handshake_response_headers"), &WebSocketPeer::get_handshake_response_headers);
	ClassDB::bind_method(D_METHOD("get_handshake_request_headers"), &WebSocketPeer::get_handshake_request_headers);
	ClassDB::bind_method(D_METHOD("get_handshake_cookies"), &WebSocketPeer::get_handshake_cookies);
	ClassDB::bind_method(D_METHOD("is_compressing"), &WebSocketPeer::is_compressing);

	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "supported_protocols"), "set_supported_protocols", "get_supported_protocols");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "handshake_headers"), "set_handshake_headers", "get_handshake_headers");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "inbound_buffer_size"), "set_inbound_buffer_size", "get_inbound_buffer_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_message_size"), "set_max_message_size", "get_max_message_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "outbound_buffer_size"), "set_outbound_buffer_size", "get_outbound_buffer_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_queued_packets"), "set_max_queued_packets", "get_max_queued_packets");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "heartbeat_interval"), "set_heartbeat_interval", "get_heartbeat_interval");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "proxy"), "set_proxy", "get_proxy");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_redirects"), "set_max_redirects", "get_max_redirects");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "handshake_timeout"), "set_handshake_timeout", "get_handshake_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "close_timeout"), "set_close_timeout", "get_close_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression", PROPERTY_HINT_ENUM, "Off,Shared,Dedicated"), "set_compression", "get_compression");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression_window_bits"), "set_compression_window_bits", "get_compression_window_bits");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression_threshold"), "set_compression_threshold", "get_compression_threshold");

	ADD_SIGNAL(MethodInfo("drained"));

	BIND_ENUM_CONSTANT(WRITE_MODE_TEXT);
	BIND_ENUM_CONSTANT(WRITE_MODE_BINARY);

	BIND_ENUM_CONSTANT(STATE_CONNECTING);
	BIND_ENUM_CONSTANT(STATE_OPEN);
	BIND_ENUM_CONSTANT(STATE_CLOSING);
	BIND_ENUM_CONSTANT(STATE_CLOSED);

	BIND_ENUM_CONSTANT(CONNECTION_ERROR_NONE);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_RESOLVE);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_CONNECT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_TLS);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_HTTP_STATUS);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_HANDSHAKE);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_SUBPROTOCOL);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_TIMEOUT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_PROTOCOL);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_INVALID_TEXT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_MESSAGE_TOO_BIG);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_CONNECTION_LOST);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_CLOSE_TIMEOUT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_HEARTBEAT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_INVALID_COMPRESSION);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_PROXY);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_REDIRECT);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_TOO_SLOW);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_TOO_MANY_MESSAGES);
	BIND_ENUM_CONSTANT(CONNECTION_ERROR_PERMISSION);

	BIND_ENUM_CONSTANT(COMPRESSION_OFF);
	BIND_ENUM_CONSTANT(COMPRESSION_SHARED);
	BIND_ENUM_CONSTANT(COMPRESSION_DEDICATED);
}
