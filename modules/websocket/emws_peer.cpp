// The browser's WebSocket behind the backend's interface.
#include "modules/websocket/emws_peer.h"

#include "modules/websocket/transport/ws_url.h"
#include "modules/websocket/ws_server_backend.h"

#include <emscripten/emscripten.h>

#include <utility>

extern "C" {
// library_estragon_websocket.js. Handles are above 0; -1 from open: the browser refused the URL.
int estragon_ws_open(void *p_peer, const char *p_url, const char *p_protocols);
int estragon_ws_is_page_secure();
int estragon_ws_is_online();
int estragon_ws_send(int p_handle, const uint8_t *p_data, int p_size, int p_is_text);
void estragon_ws_close(int p_handle, int p_code, const char *p_reason);
int estragon_ws_get_buffered_amount(int p_handle);
int estragon_ws_is_compressing(int p_handle);
void estragon_ws_release(int p_handle);

EMSCRIPTEN_KEEPALIVE uint8_t *estragon_ws_make_room(EMWSPeer *p_peer, int p_size) {
	return p_peer->make_room(p_size);
}
EMSCRIPTEN_KEEPALIVE void estragon_ws_on_open(EMWSPeer *p_peer) {
	p_peer->on_open();
}
EMSCRIPTEN_KEEPALIVE void estragon_ws_on_message(EMWSPeer *p_peer, int p_is_text) {
	p_peer->on_message(p_is_text != 0);
}
EMSCRIPTEN_KEEPALIVE void estragon_ws_on_close(EMWSPeer *p_peer, int p_code) {
	p_peer->on_close(p_code);
}
}

// Browsers let programs close with 1000 and 3000 to 4999 only; these stand in for what RFC 6455 would have us say.
static constexpr int CLOSE_MESSAGE_TOO_BIG = 4009;
static constexpr int64_t MAX_UNREAD_BYTES = 64 * 1024 * 1024;

void WSPeerBackend::end_all() {}

WSPeerBackend *WSPeerBackend::create(const WSConnectionSettings *p_settings) {
	return memnew(EMWSPeer(p_settings));
}

bool WSServerBackend::is_available() {
	return false;
}

Error WSServerBackend::check_tls(const Ref<TLSOptions> &p_tls) {
	return ERR_UNAVAILABLE;
}

WSServerBackend *WSServerBackend::create(WSServerBackendHandler *p_handler) {
	return nullptr;
}

EMWSPeer::~EMWSPeer() {
	_release();
}

bool EMWSPeer::is_compressing() const {
	return handle != 0 && estragon_ws_is_compressing(handle) != 0;
}

void EMWSPeer::_release() {
	if (handle != 0) {
		estragon_ws_release(handle);
		handle = 0;
	}
}

void EMWSPeer::_fail(WSError p_error, const char *p_text) {
	error = p_error;
	error_text = p_text;
}

// Browsers let pages of https:// talk in plain to this machine only (W3C Mixed Content, §3.1).
static bool _is_this_machine(const String &p_host) {
	return p_host == "localhost" || p_host.ends_with(".localhost") || p_host.begins_with("127.") || p_host == "::1";
}

static Error _check_url(const String &p_url, WSUrl &r_url, String &r_error) {
	const Error result = WSUrl::parse(p_url, r_url, r_error);
	if (result != OK) {
		return result;
	}
	const String shown = WSUrl::without_credentials(p_url);
	if (!r_url.socket_path.is_empty() || r_url.host.contains_char('%') || !r_url.credentials.is_empty()) {
		r_error = "A browser cannot connect to \"" + shown + "\": Unix sockets, IPv6 zones, and users in URLs are for native programs.";
		return ERR_UNAVAILABLE;
	}
	if (!r_url.secure && estragon_ws_is_page_secure() && !_is_this_machine(r_url.host)) {
		r_error = "This page was loaded by https://, so the browser allows wss:// only, and \"" + shown + "\" is ws:// (mixed content).";
		return ERR_UNAUTHORIZED;
	}
	return OK;
}

// Each once: a game that reconnects shall not fill the console.
void EMWSPeer::_warn_of_idle_settings(bool p_has_tls_options) const {
	static bool told[6] = {};
	const struct {
		bool is_set;
		const char *text;
	} idle[] = {
		{ !settings->handshake_headers.is_empty(), "handshake_headers: send what the server must know as the first message, or in the URL." },
		{ settings->heartbeat_interval > 0, "heartbeat_interval: browsers keep pings to themselves; send small messages instead." },
		{ settings->compression != WSCompressionMode::OFF, "compression: browsers offer it of their own accord." },
		{ !settings->proxy.is_empty(), "proxy: the browser's own settings hold." },
		{ settings->max_redirects > 0, "max_redirects: browsers follow none." },
		{ p_has_tls_options, "TLSOptions: the browser decides which certificates it trusts." },
	};
	for (size_t i = 0; i < sizeof(idle) / sizeof(idle[0]); i++) {
		if (idle[i].is_set && !told[i]) {
			told[i] = true;
			WARN_PRINT(String("In a browser this has no effect on a WebSocket: ") + idle[i].text);
		}
	}
}

Error EMWSPeer::connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) {
	WSUrl url;
	const Error result = _check_url(p_url, url, r_error);
	if (result != OK) {
		return result;
	}
	_release();
	close_deadline = 0.0;
	is_congested = was_opened = closed_by_server = false;
	events = 0;
	queue.clear();
	protocol = String();
	close_reason = String();
	close_code = WS_CLOSE_UNCLEAN;
	_fail(WSError::NONE, "");
	_warn_of_idle_settings(p_tls_options.is_valid());
	Vector<String> names;
	for (const String &name : settings->supported_protocols) {
		names.push_back(name.strip_edges());
	}
	const String address = String(url.secure ? "wss://" : "ws://") + url.get_host_header() + url.target;
	const int opened = estragon_ws_open(this, address.utf8().get_data(), String(",").join(names).utf8().get_data());
	if (opened <= 0) {
		r_error = "The browser does not take the URL \"" + address + "\".";
		return ERR_INVALID_PARAMETER;
	}
	handle = opened;
	state = told_state = CONNECTING;
	connect_deadline = emscripten_get_now() + double(settings->handshake_timeout);
	return OK;
}

Error EMWSPeer::accept_stream(const Ref<StreamPeer> &p_stream) {
	return ERR_UNAVAILABLE;
}

void EMWSPeer::poll() {
	if (state == CONNECTING && told_state == CONNECTING && emscripten_get_now() >= connect_deadline) {
		abort();
		_fail(WSError::TIMEOUT, "The server did not answer the handshake in time.");
	}
	if (state == CLOSING && told_state == CLOSING && close_deadline > 0.0 && emscripten_get_now() >= close_deadline) {
		abort();
		_fail(WSError::CLOSE_TIMEOUT, "The other side did not answer the close frame in time.");
	}
	if (told_state != state && state != CLOSED) {
		events |= state == CONNECTING && told_state != CONNECTING && was_opened ? uint32_t(EVENT_OPENED) : 0u;
		events |= closed_by_server ? uint32_t(EVENT_CLOSE_REQUESTED) : 0u;
		closed_by_server = false;
		state = told_state;
	}
}

WSSendResult EMWSPeer::send(WSMessageType p_type, Span<uint8_t> p_data) {
	const int64_t waiting = get_buffered_amount();
	if (state != OPEN || (settings->outbound_buffer_size > 0 && waiting + int64_t(p_data.size()) > settings->outbound_buffer_size)) {
		is_congested = is_congested || waiting > 0;
		return WSSendResult::REFUSED;
	}
	const bool sent = estragon_ws_send(handle, p_data.ptr(), int(p_data.size()), p_type == WSMessageType::TEXT) == 0;
	return sent ? WSSendResult::QUEUED : WSSendResult::REFUSED;
}

void EMWSPeer::close(int p_code, const CharString &p_reason) {
	if (state == CONNECTING) {
		abort();
	} else if (state == OPEN) {
		const bool allowed = p_code == WS_CLOSE_NORMAL || p_code >= 3000;
		estragon_ws_close(handle, allowed ? p_code : int(WS_CLOSE_NO_CODE), p_reason.get_data());
		state = told_state = CLOSING;
		close_deadline = emscripten_get_now() + double(settings->close_timeout);
	}
}

void EMWSPeer::abort() {
	_release();
	state = told_state = CLOSED;
}

uint32_t EMWSPeer::take_events() {
	if (is_congested && get_buffered_amount() == 0) {
		is_congested = false;
		events |= EVENT_DRAINED;
	}
	return std::exchange(events, 0u);
}

int EMWSPeer::get_buffered_amount() const {
	return handle != 0 ? estragon_ws_get_buffered_amount(handle) : 0;
}

uint8_t *EMWSPeer::make_room(int p_size) {
	room = Vector<uint8_t>();
	room.resize_uninitialized(p_size);
	return room.ptrw();
}

String EMWSPeer::_take_room_text() {
	return String::utf8(reinterpret_cast<const char *>(room.ptr()), room.size());
}

void EMWSPeer::on_open() {
	protocol = _take_room_text();
	if (protocol.is_empty() && !settings->supported_protocols.is_empty()) {
		abort();
		_fail(WSError::SUBPROTOCOL, "The server supports none of the sub-protocols offered.");
		return;
	}
	was_opened = true;
	told_state = OPEN;
}

void EMWSPeer::on_message(bool p_is_text) {
	const int limit = settings->get_message_limit();
	const bool too_big = limit > 0 && room.size() > limit;
	if (too_big || queue.get_bytes() + room.size() > MAX_UNREAD_BYTES) {
		_fail(WSError::MESSAGE_TOO_BIG, too_big ? "A message was longer than the receiver allows." : "More than 64 MiB of messages were not read.");
		estragon_ws_close(handle, CLOSE_MESSAGE_TOO_BIG, error_text.utf8().get_data());
		told_state = CLOSING;
		return;
	}
	queue.push(std::move(room), p_is_text);
	room = Vector<uint8_t>();
}

void EMWSPeer::on_close(int p_code) {
	constexpr int ABNORMAL = 1006; // What browsers report when no close frame came, whatever the cause.
	if (error == WSError::MESSAGE_TOO_BIG) {
		close_code = WS_CLOSE_MESSAGE_TOO_BIG;
		close_reason = error_text;
	} else if (p_code == ABNORMAL) {
		const bool opened = told_state != CONNECTING;
		if (opened) {
			_fail(WSError::CONNECTION_LOST, "The connection ended without a close frame.");
		} else if (!estragon_ws_is_online()) {
			_fail(WSError::CONNECT, "No connection could be made: the browser is offline.");
		} else {
			_fail(WSError::CONNECT, "No connection could be made. Browsers do not tell programs why: nobody listens there, the certificate is not trusted, or the server refused the handshake. The browser's console says which.");
		}
	} else {
		constexpr int NO_STATUS = 1005;
		closed_by_server = told_state == OPEN;
		close_code = p_code == NO_STATUS ? int(WS_CLOSE_NO_CODE) : p_code;
		close_reason = _take_room_text();
	}
	_release();
	told_state = CLOSED;
}
