// The browser's WebSocket behind the backend's interface.
#include "modules/websocket/emws_peer.h"

#include "modules/websocket/ws_server_backend.h"

#include <emscripten/emscripten.h>

#include <utility>

extern "C" {
// library_estragon_websocket.js. Handles are above 0; -1 from open: the browser refused the URL.
int estragon_ws_open(void *p_peer, const char *p_url, const char *p_protocols);
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

Error EMWSPeer::connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) {
	_release();
	is_congested = was_opened = closed_by_server = false;
	events = 0;
	queue.clear();
	protocol = String();
	close_reason = String();
	close_code = WS_CLOSE_UNCLEAN;
	_fail(WSError::NONE, "");
	const String url = p_url.contains("://") ? p_url : "ws://" + p_url;
	const String protocols = String(",").join(settings->supported_protocols);
	const int opened = estragon_ws_open(this, url.utf8().get_data(), protocols.utf8().get_data());
	if (opened <= 0) {
		r_error = "The browser does not take \"" + p_url + "\": is it a ws:// or wss:// URL? A page loaded by https:// may only use wss://.";
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
		_fail(opened ? WSError::CONNECTION_LOST : WSError::CONNECT,
				opened ? "The connection ended without a close frame." : "No connection could be made; the browser's console says why. A page loaded by https:// may only use wss://.");
	} else {
		constexpr int NO_STATUS = 1005;
		closed_by_server = told_state == OPEN;
		close_code = p_code == NO_STATUS ? int(WS_CLOSE_NO_CODE) : p_code;
		close_reason = _take_room_text();
	}
	_release();
	told_state = CLOSED;
}
