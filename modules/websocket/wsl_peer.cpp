// From a URL or a stream to a connection, and then handing through.
#include "modules/websocket/wsl_peer.h"

#include "core/os/os.h"
#include "modules/websocket/transport/ws_linger.h"

std::atomic<WSLPeer *> WSLPeer::gathering{ nullptr };

static int64_t _get_now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

WSPeerBackend *WSPeerBackend::create(const WSConnectionSettings *p_settings) {
	return memnew(WSLPeer(p_settings));
}

void WSPeerBackend::end_all() {
	WSLinger::end_all();
}

WSLPeer::~WSLPeer() {
	_reset();
}

void WSLPeer::_reset() {
	_leave_turns();
	if (connector) {
		memdelete(connector);
		connector = nullptr;
	}
	if (connection && owns_connection) {
		_let_go(connection);
	} else if (connection) {
		connection->set_settings(server_settings);
	}
	connection = nullptr;
	memdelete_notnull(redirects);
	redirects = nullptr;
	owns_connection = true;
	held_in_turn = false;
	events = 0;
	connect_error = WSError::NONE;
	connect_error_text = String();
}

// What was accepted for sending still leaves, and an open connection ends in order.
void WSLPeer::_let_go(WSConnection *p_connection) {
	if (p_connection->get_phase() == WSConnection::OPEN) {
		p_connection->close(WS_CLOSE_GOING_AWAY, Span<uint8_t>(), _get_now());
	}
	if (p_connection->get_phase() == WSConnection::CLOSING || p_connection->get_phase() == WSConnection::LINGERING) {
		WSLinger::take(p_connection);
	} else {
		memdelete(p_connection);
	}
}

Error WSLPeer::connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) {
	WSUrl parsed;
	const Error result = WSUrl::parse(p_url, parsed, r_error);
	if (result != OK) {
		return result;
	}
	_keep_to_thread();
	_reset();
	url = parsed;
	tls_options = p_tls_options;
	connect_deadline = _get_now() + settings->handshake_timeout;
	return _begin_connecting(r_error) ? OK : ERR_INVALID_PARAMETER;
}

Error WSLPeer::accept_stream(const Ref<StreamPeer> &p_stream) {
	_keep_to_thread();
	_reset();
	connection = memnew(WSConnection(WSRole::SERVER, settings, WSStream(p_stream), _get_now()));
	connection->get_stream().set_no_delay(no_delay);
	_follow_socket();
	return OK;
}

void WSLPeer::poll() {
	_keep_to_thread();
	_send_gathered_of_others(nullptr);
	announced = false;
	const int64_t now = _get_now();
	WSLinger::tidy(now);
	if (held_in_turn) {
		held_in_turn = false; // What came before the end can be answered until the next poll.
	} else {
		_advance(now);
	}
	if (connection && connection->is_holding()) {
		WSTurn::announce();
	} else if (_has_more()) {
		WSTurn::request(this);
	}
}

// Reading has a limit, and what is left makes no new edge.
bool WSLPeer::_has_more() const {
	if (followed && connector) {
		return connector->wants_poll();
	}
	if (followed && connection && connection->get_stream().wants_read()) {
		return true;
	}
	return followed && connection && connection->wants_input() && followed->has(WSPoller::EVENT_READABLE);
}

bool WSLPeer::take_from_network() {
	_send_gathered();
	if (connection && connection->is_holding()) {
		return false; // The connection is to end. First the script hears, and may answer, what came before.
	}
	const State state_before = get_state();
	const int queued_before = get_queued_count();
	_advance(_get_now());
	held_in_turn = connection && connection->is_holding();
	if (!announced && (get_state() != state_before || get_queued_count() > queued_before)) {
		announced = true;
		WSTurn::announce();
	}
	return _has_more();
}

void WSLPeer::_advance(int64_t p_now) {
	if (connector && !_advance_connector(p_now)) {
		return;
	}
	if (connection && owns_connection) {
		_note_events(connection->process(p_now));
		if (unlikely(connection->get_error() == WSError::HTTP_STATUS) && connect_error == WSError::NONE) {
			_follow_redirect();
		}
		_follow_socket();
	}
}

// True when it has done its part.
bool WSLPeer::_advance_connector(int64_t p_now) {
	const WSConnector::Status status = connector->poll(p_now);
	if (status == WSConnector::DONE) {
		connection = memnew(WSConnection(WSRole::CLIENT, settings, connector->take_stream(), p_now));
		connection->get_stream().set_no_delay(no_delay);
		connection->set_handshake_deadline(connect_deadline);
		connection->start_client(url, redirects ? redirects->get_headers(url, settings->handshake_headers) : settings->handshake_headers);
	} else if (status == WSConnector::FAILED) {
		_fail(connector->get_error(), connector->get_error_text());
	} else if (p_now >= connect_deadline) {
		_fail(WSError::TIMEOUT, "No connection to " + connector->describe_goal() + " could be made in time (handshake_timeout).");
	} else {
		_follow_socket();
		return false;
	}
	memdelete(connector);
	connector = nullptr;
	return true;
}

void WSLPeer::_fail(WSError p_error, const String &p_text) {
	connect_error = p_error;
	connect_error_text = p_text;
}

void WSLPeer::_follow_redirect() {
	if (!WSRedirects::is_redirect(connection->get_http_status()) || settings->max_redirects <= 0) {
		return;
	}
	if (!redirects) {
		redirects = memnew(WSRedirects(url));
	}
	WSUrl next;
	String text;
	if (redirects->get_hops() >= settings->max_redirects) {
		_fail(WSError::REDIRECT, "The server sends us on for more than " + itos(settings->max_redirects) + " times (max_redirects).");
		return;
	}
	if (const char *why_not = redirects->follow(url, connection->get_received_headers(), next)) {
		_fail(WSError::REDIRECT, why_not);
		return;
	}
	url = next;
	_leave_turns();
	memdelete(connection);
	connection = nullptr;
	if (!_begin_connecting(text)) {
		_fail(WSError::PROXY, text);
	}
	if (!is_used_elsewhere) {
		WSTurn::request(this); // Nothing is under way that would wake anybody.
	}
}

bool WSLPeer::_begin_connecting(String &r_error) {
	WSUrl proxy;
	if (WSProxy::choose(settings->proxy, url, proxy, r_error) != OK) {
		return false;
	}
	connector = memnew(WSConnector(url, proxy, tls_options));
	return true;
}

void WSLPeer::_note_events(uint32_t p_link_events) {
	if (unlikely(p_link_events & (WSConnection::EVENT_OPENED | WSConnection::EVENT_CLOSE_REQUESTED | WSConnection::EVENT_DRAINED))) {
		events |= p_link_events & WSConnection::EVENT_OPENED ? uint32_t(EVENT_OPENED) : 0u;
		events |= p_link_events & WSConnection::EVENT_CLOSE_REQUESTED ? uint32_t(EVENT_CLOSE_REQUESTED) : 0u;
		events |= p_link_events & WSConnection::EVENT_DRAINED ? uint32_t(EVENT_DRAINED) : 0u;
	}
}

WSWatch *WSLPeer::_find_watch() const {
	if (connector) {
		return connector->get_watch();
	}
	return connection && owns_connection ? connection->get_stream().get_watch() : nullptr;
}

// Connecting may go through several sockets, and the last one closes in the end.
void WSLPeer::_follow_socket() {
	WSWatch *watch = is_used_elsewhere ? nullptr : _find_watch();
	if (likely(watch == followed)) {
		return;
	}
	WSTurn::detach(nullptr, this); // A watch that is no longer ours may serve another socket by now.
	followed = watch;
	WSTurn::attach(followed, this);
}

void WSLPeer::_leave_turns() {
	_send_gathered();
	WSTurn::detach(followed && followed == _find_watch() ? followed : nullptr, this);
	followed = nullptr;
}

// While messages wait to be read, their answers are gathered: they leave together with the last one, or as soon as anybody looks elsewhere.
WSSendResult WSLPeer::send(WSMessageType p_type, Span<uint8_t> p_data) {
	_keep_to_thread();
	if (!connection) {
		return WSSendResult::REFUSED;
	}
	_send_gathered_of_others(this);
	const bool may_gather = WS_HOST_HAS_TURNS && owns_connection && !is_used_elsewhere && connection->get_queued_count() > 0;
	if (likely(!may_gather)) {
		const WSSendResult result = connection->send(p_type, p_data);
		_send_gathered();
		return result;
	}
	bool is_gathered = false;
	const WSSendResult result = connection->gather(p_type, p_data, is_gathered);
	if (is_gathered) {
		gathering.store(this, std::memory_order_relaxed);
		WSTurn::request(this);
	}
	return result;
}

void WSLPeer::_send_gathered() {
	if (unlikely(gathering.load(std::memory_order_relaxed) == this)) {
		gathering.store(nullptr, std::memory_order_relaxed);
		if (connection) {
			connection->flush();
		}
	}
}

void WSLPeer::_send_gathered_of_others(const WSLPeer *p_but) {
	WSLPeer *const other = gathering.load(std::memory_order_relaxed);
	if (unlikely(other != nullptr) && other != p_but && Thread::is_main_thread()) {
		other->_send_gathered();
	}
}

void WSLPeer::close(int p_code, const CharString &p_reason) {
	_keep_to_thread();
	if (connection) {
		connection->close(p_code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_reason.get_data()), uint64_t(p_reason.length())), _get_now());
	} else {
		_reset();
	}
}

void WSLPeer::abort() {
	_keep_to_thread();
	if (connection) {
		connection->abort();
	} else {
		_reset();
	}
}

Error WSLPeer::ping() {
	_keep_to_thread();
	connection->ping(_get_now());
	return OK;
}

WSPeerBackend::State WSLPeer::get_state() const {
	_keep_to_thread();
	if (connector) {
		return CONNECTING;
	}
	if (!connection) {
		return CLOSED;
	}
	switch (connection->get_phase()) {
		case WSConnection::HANDSHAKE:
			return CONNECTING;
		case WSConnection::OPEN:
			return OPEN;
		case WSConnection::CLOSING:
			return CLOSING;
		case WSConnection::LINGERING:
		case WSConnection::CLOSED:
			break;
	}
	return CLOSED;
}

int WSLPeer::get_queued_count() const {
	_keep_to_thread();
	return connection ? connection->get_queued_count() : 0;
}

WSPacketQueue::Packet WSLPeer::take_packet() {
	_keep_to_thread();
	return connection->take_packet();
}

int WSLPeer::get_buffered_amount() const {
	_keep_to_thread();
	const_cast<WSLPeer *>(this)->_send_gathered();
	return connection ? int(connection->get_buffered_amount()) : 0;
}

WSError WSLPeer::get_error() const {
	return connect_error != WSError::NONE || !connection ? connect_error : connection->get_error();
}

String WSLPeer::get_error_text() const {
	if (!connection || connect_error != WSError::NONE) {
		return connect_error_text;
	}
	const String text = connection->get_error_text();
	const int status = connection->get_http_status();
	const bool may_follow = connection->get_role() == WSRole::CLIENT && WSRedirects::is_redirect(status);
	return status == 0 || status == 101 ? text : text + " (HTTP status " + itos(status) + (may_follow ? "; see max_redirects)" : ")");
}

String WSLPeer::get_requested_url() const {
	const String url_parts = connection ? connection->get_requested_url() : String();
	return url_parts.is_empty() ? url_parts : (connection->get_stream().is_secure() ? "wss://" : "ws://") + url_parts;
}

void WSLPeer::settings_changed() {
	_keep_to_thread();
	connect_deadline = _get_now() + settings->handshake_timeout;
	if (connection) {
		connection->change_settings(_get_now());
	}
}

bool WSLPeer::get_peer_address(String &r_host, int &r_port) const {
	if (connector && connector->get_address().is_valid()) {
		r_host = String(connector->get_address());
		r_port = connector->get_port();
		return true;
	}
	IPAddress address;
	uint16_t port = 0;
	if (!connection || !connection->get_stream().get_peer_address(address, port)) {
		return false;
	}
	r_host = String(address);
	r_port = port;
	return true;
}

void WSLPeer::set_no_delay(bool p_enabled) {
	no_delay = p_enabled;
	if (connection) {
		connection->get_stream().set_no_delay(p_enabled);
	}
}

void WSLPeer::show(WSConnection *p_connection) {
	_reset();
	connection = p_connection;
	server_settings = connection->get_settings();
	owns_connection = false;
	connection->set_settings(settings);
}

void WSLPeer::adopt() {
	owns_connection = true;
	if (connection->get_phase() != WSConnection::CLOSED && !is_used_elsewhere) {
		connection->get_stream().wake_main_loop();
		_follow_socket();
	}
}

void WSLPeer::forget() {
	connection = nullptr;
	owns_connection = true;
}
