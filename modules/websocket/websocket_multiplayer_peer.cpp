// Both roles: the server stands on WSServerBackend, a client on one WebSocketPeer.
#include "modules/websocket/websocket_multiplayer_peer.h"

#include "core/os/os.h"

static constexpr int ID_BYTES = 4;

static int64_t _get_now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

WebSocketMultiplayerPeer::WebSocketMultiplayerPeer() {
	settings.kin_heartbeat_interval = DEFAULT_HEARTBEAT;
}

WebSocketMultiplayerPeer::~WebSocketMultiplayerPeer() {
	close();
}

Error WebSocketMultiplayerPeer::create_client(const String &p_url, const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_V_MSG(status != CONNECTION_DISCONNECTED, ERR_ALREADY_IN_USE, "This multiplayer peer is in use; close() it first.");
	Ref<WebSocketPeer> peer;
	peer.instantiate();
	peer->get_settings() = settings;
	WSResumeRequest session_request;
	session_request.kind = WSResumeRequest::BEGIN;
	const Error result = peer->connect_to_url(resume_time > 0 ? session_request.add_to(p_url) : p_url, p_options);
	if (result != OK) {
		return result;
	}
	client = peer;
	_begin_client_session(p_url, p_options);
	last_error = WebSocketPeer::CONNECTION_ERROR_NONE;
	last_error_text = String();
	connect_deadline = _get_now() + settings.handshake_timeout;
	status = CONNECTION_CONNECTING;
	return OK;
}

Error WebSocketMultiplayerPeer::create_server(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_V_MSG(status != CONNECTION_DISCONNECTED, ERR_ALREADY_IN_USE, "This multiplayer peer is in use; close() it first.");
	ERR_FAIL_COND_V_MSG(p_options.is_valid() && !p_options->is_server(), ERR_INVALID_PARAMETER, "These TLSOptions are for a client; use TLSOptions.server().");
	const Error parts = WebSocketPeer::check_handshake_parts(settings);
	if (parts != OK) {
		return parts;
	}
	WSServerBackend *backend = WSServerBackend::create(this);
	ERR_FAIL_NULL_V_MSG(backend, ERR_UNAVAILABLE, "A browser cannot listen for connections.");
	const Error result = backend->listen(p_port, p_bind_address, p_options, make_server_settings());
	if (result != OK) {
		memdelete(backend);
		return result;
	}
	server = backend;
	client.unref();
	unique_id = TARGET_PEER_SERVER;
	status = CONNECTION_CONNECTED;
	return OK;
}

void WebSocketMultiplayerPeer::poll() {
	if (status == CONNECTION_DISCONNECTED || is_polling) {
		return; // From inside a handler: the poll that called it goes on afterwards.
	}
	Ref<WebSocketMultiplayerPeer> keep_alive; // A signal handler may let go of the last reference.
	keep_alive.reference_ptr(this);
	_announce_departures();
	if (server) {
		_collect_backlog();
		is_polling = true;
		server->poll();
		_tend_sessions();
		is_polling = false;
		for (WSServerBackend *closed : closed_servers) {
			memdelete(closed);
		}
		closed_servers.reset();
	} else if (client.is_valid()) {
		_poll_client();
	}
}

void WebSocketMultiplayerPeer::close() {
	if (server) {
		server->stop();
		if (is_polling) {
			closed_servers.push_back(server);
		} else {
			memdelete(server);
		}
		server = nullptr;
	}
	if (client.is_valid()) {
		client->close();
		client.unref();
	}
	_end_client_session();
	sessions.clear();
	turned_away.reset();
	ended.reset();
	incoming.reset();
	incoming_first = 0;
	backlog.reset();
	departed.reset();
	unique_id = 0;
	status = CONNECTION_DISCONNECTED;
}

void WebSocketMultiplayerPeer::_poll_client() {
	const Ref<WebSocketPeer> polled = client;
	polled->poll();
	if (client == polled) { // Else a handler of the peer's closed this one.
		take_from_client();
	}
}

void WebSocketMultiplayerPeer::take_from_client() {
	if (is_suspended()) {
		_go_on_suspended();
		return;
	}
	const WebSocketPeer::State state = client->get_ready_state();
	const Ref<WebSocketPeer> mine = client;
	const bool has_first = status == CONNECTION_CONNECTING && client->get_available_packet_count() > 0;
	const bool is_named = has_first && _read_own_id();
	if (client != mine) {
		return; // A handler of the connection closed it, and may have made another.
	}
	if (has_first && !is_named) {
		last_error = WebSocketPeer::CONNECTION_ERROR_HANDSHAKE;
		last_error_text = "The server's first packet was not a peer id.";
		client->close(WS_CLOSE_PROTOCOL_ERROR, "The first packet was not a peer id.");
		_lose_server();
		return;
	}
	if (status == CONNECTION_CONNECTED) {
		const uint32_t unread = incoming.size() - incoming_first;
		_read_client_packets();
		if (state == WebSocketPeer::STATE_CLOSED && _suspend_client()) {
			return;
		}
		_tend_client_session();
		// The last packets can be read until the next poll.
		if (state == WebSocketPeer::STATE_CLOSED && incoming.size() - incoming_first == unread) {
			_lose_server();
		}
	} else if (status == CONNECTION_CONNECTING && (state == WebSocketPeer::STATE_CLOSED || _get_now() >= connect_deadline)) {
		if (state != WebSocketPeer::STATE_CLOSED) {
			last_error = WebSocketPeer::CONNECTION_ERROR_TIMEOUT;
			last_error_text = "The server sent no peer id in time (handshake_timeout).";
			client->close(-1);
		}
		_lose_server();
	}
}

bool WebSocketMultiplayerPeer::_read_own_id() {
	const Vector<uint8_t> data = client->get_backend()->take_packet().data;
	if (data.size() != ID_BYTES) {
		return false;
	}
	const uint8_t *bytes = data.ptr();
	const uint32_t id = uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8 | uint32_t(bytes[2]) << 16 | uint32_t(bytes[3]) << 24;
	if (id < 2 || id > uint32_t(INT32_MAX)) {
		return false;
	}
	unique_id = int32_t(id);
	status = CONNECTION_CONNECTED;
	emit_signal(SNAME("peer_connected"), int64_t(TARGET_PEER_SERVER));
	return true;
}

// Past the peer's own counts: what it has sent and read is what a script did with it.
void WebSocketMultiplayerPeer::_read_client_packets(bool p_all) {
	WSPeerBackend *const backend = client->get_backend();
	while (backend->get_queued_count() > 0 && (p_all || get_available_packet_count() < settings.max_queued_packets)) {
		WSPacketQueue::Packet taken = backend->take_packet();
		if (!session || !_hear_server(taken)) {
			_push(TARGET_PEER_SERVER, std::move(taken.data));
		}
	}
}

void WebSocketMultiplayerPeer::_lose_server() {
	const bool was_connected = status == CONNECTION_CONNECTED;
	_end_client_session();
	if (last_error == WebSocketPeer::CONNECTION_ERROR_NONE) {
		last_error = client->get_connection_error();
		last_error_text = client->get_connection_error_message();
	}
	if (was_connected) {
		// Handlers still see who this peer was. They may close it, or connect it anew.
		const Ref<WebSocketPeer> lost = client;
		emit_signal(SNAME("peer_disconnected"), int64_t(TARGET_PEER_SERVER));
		if (client != lost) {
			return;
		}
	}
	unique_id = 0;
	status = CONNECTION_DISCONNECTED;
}

void WebSocketMultiplayerPeer::_send_id(int32_t p_id) {
	const uint32_t id = uint32_t(p_id);
	const uint8_t bytes[ID_BYTES] = { uint8_t(id), uint8_t(id >> 8), uint8_t(id >> 16), uint8_t(id >> 24) };
	server->send(p_id, WSMessageType::BINARY, Span<uint8_t>(bytes, ID_BYTES));
}

void WebSocketMultiplayerPeer::client_opened(int32_t p_id) {
	if (join(p_id)) {
		emit_signal(SNAME("peer_connected"), int64_t(p_id));
	}
}

void WebSocketMultiplayerPeer::client_messages(int32_t p_id, int p_count) {
	_collect(p_id, false);
}

void WebSocketMultiplayerPeer::client_closed(int32_t p_id, bool p_was_clean) {
	if (survives(p_id)) {
		return;
	}
	_collect(p_id, true);
	if (has_packets_from(p_id)) {
		departed.push_back(p_id); // Its last packets come before the news that it has gone.
		return;
	}
	emit_signal(SNAME("peer_disconnected"), int64_t(p_id));
}

bool WebSocketMultiplayerPeer::has_packets_from(int32_t p_id) const {
	for (uint32_t i = incoming_first; i < incoming.size(); i++) {
		if (incoming[i].peer_id == p_id) {
			return true;
		}
	}
	return false;
}

void WebSocketMultiplayerPeer::_announce_departures() {
	LocalVector<int32_t> gone = std::move(departed);
	departed = LocalVector<int32_t>();
	for (int32_t id : gone) {
		emit_signal(SNAME("peer_disconnected"), int64_t(id));
	}
}

void WebSocketMultiplayerPeer::_push(int32_t p_id, Vector<uint8_t> &&p_data) {
	Incoming entry;
	entry.peer_id = p_id;
	entry.data = std::move(p_data);
	incoming.push_back(std::move(entry));
}

// Takes what a client has received. What does not fit stays there, and when that is full the client's reading stops.
void WebSocketMultiplayerPeer::_collect(int32_t p_id, bool p_all) {
	while (server->get_queued_count(p_id) > 0) {
		if (!p_all && get_available_packet_count() >= settings.max_queued_packets) {
			if (!backlog.has(p_id)) {
				backlog.push_back(p_id);
			}
			return;
		}
		WSPacketQueue::Packet taken = server->take_packet(p_id);
		WSResumeSession *const its_session = sessions.find(p_id);
		if (its_session ? !_hear_client(its_session, taken) : !is_no_peer(p_id)) {
			_push(p_id, std::move(taken.data));
		}
	}
}

void WebSocketMultiplayerPeer::_collect_backlog() {
	LocalVector<int32_t> waiting = std::move(backlog);
	backlog = LocalVector<int32_t>();
	for (int32_t id : waiting) {
		_collect(id, false);
	}
}

void WebSocketMultiplayerPeer::disconnect_peer(int p_peer_id, bool p_force) {
	if (client.is_valid()) {
		ERR_FAIL_COND_MSG(p_peer_id != TARGET_PEER_SERVER, "A client is connected to the server (1) alone.");
		part(p_force ? -1 : int(WS_CLOSE_NORMAL), String());
		return;
	}
	if (end_session(p_peer_id)) {
		return;
	}
	ERR_FAIL_COND_MSG(!server || !server->has_client(p_peer_id), "There is no peer " + itos(p_peer_id) + ".");
	if (p_force) {
		server->drop_client(p_peer_id);
	} else {
		server->close_client(p_peer_id, WS_CLOSE_NORMAL, String());
	}
}

int WebSocketMultiplayerPeer::get_packet_peer() const {
	ERR_FAIL_COND_V_MSG(get_available_packet_count() == 0, TARGET_PEER_SERVER, "No packet is waiting.");
	return incoming[incoming_first].peer_id;
}

bool WebSocketMultiplayerPeer::_take_packet() {
	if (get_available_packet_count() == 0) {
		return false;
	}
	packet = std::move(incoming[incoming_first].data);
	incoming_first++;
	if (incoming_first * 2 >= incoming.size()) { // Amortised: as many were read as are moved.
		const uint32_t left = incoming.size() - incoming_first;
		for (uint32_t i = 0; i < left; i++) {
			incoming[i] = std::move(incoming[incoming_first + i]);
		}
		incoming.resize(left);
		incoming_first = 0;
	}
	return true;
}

Error WebSocketMultiplayerPeer::get_packet(const uint8_t **r_buffer, int &r_buffer_size) {
	r_buffer_size = 0;
	if (!_take_packet()) {
		return ERR_UNAVAILABLE;
	}
	*r_buffer = packet.ptr();
	r_buffer_size = int(packet.size());
	return OK;
}

Error WebSocketMultiplayerPeer::get_packet_buffer(Vector<uint8_t> &r_buffer) {
	if (!_take_packet()) {
		return ERR_UNAVAILABLE;
	}
	r_buffer = std::move(packet);
	packet = Vector<uint8_t>();
	return OK;
}

Error WebSocketMultiplayerPeer::put_packet(const uint8_t *p_buffer, int p_buffer_size) {
	if (status != CONNECTION_CONNECTED) {
		return FAILED;
	}
	const Span<uint8_t> data(p_buffer, uint64_t(p_buffer_size));
	WSSendResult result = WSSendResult::SENT;
	if (session) {
		result = _send_from_client(ws_copy(data));
	} else if (client.is_valid()) {
		return client->send(p_buffer, p_buffer_size, WebSocketPeer::WRITE_MODE_BINARY);
	} else if (target_peer > 0) {
		ERR_FAIL_COND_V_MSG(!_has_peer(target_peer), ERR_INVALID_PARAMETER, "There is no peer " + itos(target_peer) + ".");
		WSResumeSession *const its_session = sessions.find(target_peer);
		result = its_session ? _send_in_session(its_session, ws_copy(data)) : server->send(target_peer, WSMessageType::BINARY, data);
	} else {
		ERR_FAIL_COND_V_MSG(target_peer < 0 && !_has_peer(-target_peer), ERR_INVALID_PARAMETER, "There is no peer " + itos(-target_peer) + ".");
		result = _send_to_all(data, -target_peer);
	}
	return result == WSSendResult::REFUSED ? ERR_OUT_OF_MEMORY : OK;
}

WSSendResult WebSocketMultiplayerPeer::_send_to_all(Span<uint8_t> p_packet, int p_but) {
	if (has_sessions()) {
		return _send_to_all_in_sessions(p_packet, p_but);
	}
	int count = 0;
	return server->send_to_all(WSMessageType::BINARY, p_packet, p_but, count);
}

#ifdef WS_HOST_SENDS_TO_LISTS
// Who has gone since the caller last heard of it is no failure.
Error WebSocketMultiplayerPeer::put_packet_to(Span<int> p_peers, Span<uint8_t> p_packet) {
	if (!server) {
		return MultiplayerPeer::put_packet_to(p_peers, p_packet);
	}
	bool is_everybody = p_peers.size() > 1 && p_peers.size() == uint64_t(server->get_client_count()) + sessions.get_suspended_count();
	for (uint64_t i = 0; is_everybody && i < p_peers.size(); i++) {
		is_everybody = _has_peer(p_peers[i]);
	}
	if (is_everybody) { // Framed and compressed once.
		return _send_to_all(p_packet, 0) == WSSendResult::REFUSED ? ERR_OUT_OF_MEMORY : OK;
	}
	const Vector<uint8_t> kept = has_sessions() ? ws_copy(p_packet) : Vector<uint8_t>();
	Error result = OK;
	for (int id : p_peers) {
		WSResumeSession *const its_session = sessions.find(id);
		const bool is_there = its_session || server->has_client(id);
		if (is_there && (its_session ? _send_in_session(its_session, kept) : server->send(id, WSMessageType::BINARY, p_packet)) == WSSendResult::REFUSED) {
			result = ERR_OUT_OF_MEMORY;
		}
	}
	return result;
}

int WebSocketMultiplayerPeer::get_peer_latency_msec(int p_peer_id) const {
	if (server) {
		return server->get_client_latency_msec(p_peer_id);
	}
	return client.is_valid() && p_peer_id == TARGET_PEER_SERVER ? client->get_latency_msec() : -1;
}
#endif

int WebSocketMultiplayerPeer::get_max_packet_size() const {
	return settings.outbound_buffer_size > 0 ? settings.outbound_buffer_size : INT32_MAX / 2;
}

Ref<WebSocketPeer> WebSocketMultiplayerPeer::get_peer(int p_peer_id) const {
	if (server) {
		return server->get_client_peer(p_peer_id);
	}
	return p_peer_id == TARGET_PEER_SERVER ? client : Ref<WebSocketPeer>();
}

String WebSocketMultiplayerPeer::get_peer_address(int p_peer_id) const {
	String host;
	int port = 0;
	if (server && server->get_client_address(p_peer_id, host, port)) {
		return host;
	}
	if (const WSResumeSession *away = _find_suspended(p_peer_id)) {
		return away->address;
	}
	ERR_FAIL_COND_V_MSG(client.is_null() || p_peer_id != TARGET_PEER_SERVER, String(), "There is no peer " + itos(p_peer_id) + ".");
	return client->get_connected_host();
}

int WebSocketMultiplayerPeer::get_peer_port(int p_peer_id) const {
	String host;
	int port = 0;
	if (server && server->get_client_address(p_peer_id, host, port)) {
		return port;
	}
	if (const WSResumeSession *away = _find_suspended(p_peer_id)) {
		return away->port;
	}
	ERR_FAIL_COND_V_MSG(client.is_null() || p_peer_id != TARGET_PEER_SERVER, 0, "There is no peer " + itos(p_peer_id) + ".");
	return client->get_connected_port();
}

void WebSocketMultiplayerPeer::share_settings() {
	if (server) {
		server->change_settings(make_server_settings());
	} else if (client.is_valid()) {
		client->get_settings() = settings;
		client->get_backend()->settings_changed();
	}
}

// A server that listens uses them at once; else they are looked at when it begins to.
void WebSocketMultiplayerPeer::_change_handshake(const Vector<String> &p_protocols, const Vector<String> &p_headers) {
	WSConnectionSettings changed = settings;
	changed.supported_protocols = p_protocols;
	changed.handshake_headers = p_headers;
	if (!server || WebSocketPeer::check_handshake_parts(changed) == OK) {
		settings = changed;
		share_settings();
	}
}

void WebSocketMultiplayerPeer::set_supported_protocols(const Vector<String> &p_protocols) {
	_change_handshake(p_protocols, settings.handshake_headers);
}

void WebSocketMultiplayerPeer::set_handshake_headers(const Vector<String> &p_headers) {
	_change_handshake(settings.supported_protocols, p_headers);
}

void WebSocketMultiplayerPeer::set_inbound_buffer_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "inbound_buffer_size is a number of bytes; 0 is for no limit.");
	settings.inbound_buffer_size = p_bytes;
	share_settings();
}

void WebSocketMultiplayerPeer::set_outbound_buffer_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "outbound_buffer_size is a number of bytes; 0 is for no limit.");
	settings.outbound_buffer_size = p_bytes;
	share_settings();
}

void WebSocketMultiplayerPeer::set_max_queued_packets(int p_count) {
	ERR_FAIL_COND_MSG(p_count <= 0, "max_queued_packets must be above 0.");
	settings.max_queued_packets = p_count;
	share_settings();
}

void WebSocketMultiplayerPeer::set_handshake_timeout(float p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0f), "handshake_timeout is a time in seconds above 0.");
	settings.handshake_timeout = ws_to_msec(double(p_seconds));
	share_settings();
}

void WebSocketMultiplayerPeer::set_close_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0.0), "close_timeout is a time in seconds above 0.");
	settings.close_timeout = ws_to_msec(p_seconds);
	share_settings();
}

void WebSocketMultiplayerPeer::set_heartbeat_interval(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "heartbeat_interval is a time in seconds; 0 is for no pings.");
	settings.heartbeat_interval = ws_to_msec(p_seconds);
	settings.kin_heartbeat_interval = 0;
	share_settings();
}

void WebSocketMultiplayerPeer::set_max_message_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 0, "max_message_size is a number of bytes; 0 is for the same as inbound_buffer_size.");
	settings.max_message_size = p_bytes;
	share_settings();
}

WebSocketPeer::ConnectionError WebSocketMultiplayerPeer::get_connection_error() const {
	return client.is_valid() && last_error == WebSocketPeer::CONNECTION_ERROR_NONE ? client->get_connection_error() : last_error;
}

String WebSocketMultiplayerPeer::get_connection_error_message() const {
	return client.is_valid() && last_error == WebSocketPeer::CONNECTION_ERROR_NONE ? client->get_connection_error_message() : last_error_text;
}

void WebSocketMultiplayerPeer::set_compression(WebSocketPeer::Compression p_compression) {
	WebSocketPeer::change_compression(settings, p_compression);
	share_settings();
}

void WebSocketMultiplayerPeer::set_compression_window_bits(int p_bits) {
	WebSocketPeer::change_compression_window_bits(settings, p_bits);
	share_settings();
}

void WebSocketMultiplayerPeer::set_compression_threshold(int p_bytes) {
	WebSocketPeer::change_compression_threshold(settings, p_bytes);
	share_settings();
}

void WebSocketMultiplayerPeer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("create_client", "url", "tls_client_options"), &WebSocketMultiplayerPeer::create_client, DEFVAL(Ref<TLSOptions>()));
	ClassDB::bind_method(D_METHOD("create_server", "port", "bind_address", "tls_server_options"), &WebSocketMultiplayerPeer::create_server, DEFVAL("*"), DEFVAL(Ref<TLSOptions>()));
	ClassDB::bind_method(D_METHOD("get_peer", "peer_id"), &WebSocketMultiplayerPeer::get_peer);
	ClassDB::bind_method(D_METHOD("get_peer_address", "id"), &WebSocketMultiplayerPeer::get_peer_address);
	ClassDB::bind_method(D_METHOD("get_peer_port", "id"), &WebSocketMultiplayerPeer::get_peer_port);
	ClassDB::bind_method(D_METHOD("get_supported_protocols"), &WebSocketMultiplayerPeer::get_supported_protocols);
	ClassDB::bind_method(D_METHOD("set_supported_protocols", "protocols"), &WebSocketMultiplayerPeer::set_supported_protocols);
	ClassDB::bind_method(D_METHOD("get_handshake_headers"), &WebSocketMultiplayerPeer::get_handshake_headers);
	ClassDB::bind_method(D_METHOD("set_handshake_headers", "protocols"), &WebSocketMultiplayerPeer::set_handshake_headers);
	ClassDB::bind_method(D_METHOD("get_inbound_buffer_size"), &WebSocketMultiplayerPeer::get_inbound_buffer_size);
	ClassDB::bind_method(D_METHOD("set_inbound_buffer_size", "buffer_size"), &WebSocketMultiplayerPeer::set_inbound_buffer_size);
	ClassDB::bind_method(D_METHOD("get_outbound_buffer_size"), &WebSocketMultiplayerPeer::get_outbound_buffer_size);
	ClassDB::bind_method(D_METHOD("set_outbound_buffer_size", "buffer_size"), &WebSocketMultiplayerPeer::set_outbound_buffer_size);
	ClassDB::bind_method(D_METHOD("get_handshake_timeout"), &WebSocketMultiplayerPeer::get_handshake_timeout);
	ClassDB::bind_method(D_METHOD("set_handshake_timeout", "timeout"), &WebSocketMultiplayerPeer::set_handshake_timeout);
	ClassDB::bind_method(D_METHOD("set_max_queued_packets", "max_queued_packets"), &WebSocketMultiplayerPeer::set_max_queued_packets);
	ClassDB::bind_method(D_METHOD("get_max_queued_packets"), &WebSocketMultiplayerPeer::get_max_queued_packets);

	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "supported_protocols"), "set_supported_protocols", "get_supported_protocols");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "handshake_headers"), "set_handshake_headers", "get_handshake_headers");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "inbound_buffer_size"), "set_inbound_buffer_size", "get_inbound_buffer_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "outbound_buffer_size"), "set_outbound_buffer_size", "get_outbound_buffer_size");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "handshake_timeout"), "set_handshake_timeout", "get_handshake_timeout");
	ClassDB::bind_method(D_METHOD("set_compression", "compression"), &WebSocketMultiplayerPeer::set_compression);
	ClassDB::bind_method(D_METHOD("get_compression"), &WebSocketMultiplayerPeer::get_compression);
	ClassDB::bind_method(D_METHOD("set_compression_window_bits", "bits"), &WebSocketMultiplayerPeer::set_compression_window_bits);
	ClassDB::bind_method(D_METHOD("get_compression_window_bits"), &WebSocketMultiplayerPeer::get_compression_window_bits);
	ClassDB::bind_method(D_METHOD("set_compression_threshold", "bytes"), &WebSocketMultiplayerPeer::set_compression_threshold);
	ClassDB::bind_method(D_METHOD("get_compression_threshold"), &WebSocketMultiplayerPeer::get_compression_threshold);

	ClassDB::bind_method(D_METHOD("get_close_timeout"), &WebSocketMultiplayerPeer::get_close_timeout);
	ClassDB::bind_method(D_METHOD("set_close_timeout", "timeout"), &WebSocketMultiplayerPeer::set_close_timeout);
	ClassDB::bind_method(D_METHOD("get_heartbeat_interval"), &WebSocketMultiplayerPeer::get_heartbeat_interval);
	ClassDB::bind_method(D_METHOD("set_heartbeat_interval", "interval"), &WebSocketMultiplayerPeer::set_heartbeat_interval);
	ClassDB::bind_method(D_METHOD("get_max_message_size"), &WebSocketMultiplayerPeer::get_max_message_size);
	ClassDB::bind_method(D_METHOD("set_max_message_size", "bytes"), &WebSocketMultiplayerPeer::set_max_message_size);
	ClassDB::bind_method(D_METHOD("get_session_resume_time"), &WebSocketMultiplayerPeer::get_session_resume_time);
	ClassDB::bind_method(D_METHOD("set_session_resume_time", "seconds"), &WebSocketMultiplayerPeer::set_session_resume_time);
	ClassDB::bind_method(D_METHOD("get_session_resume_buffer_size"), &WebSocketMultiplayerPeer::get_session_resume_buffer_size);
	ClassDB::bind_method(D_METHOD("set_session_resume_buffer_size", "bytes"), &WebSocketMultiplayerPeer::set_session_resume_buffer_size);
	ClassDB::bind_method(D_METHOD("is_peer_suspended", "peer_id"), &WebSocketMultiplayerPeer::is_peer_suspended);
	ClassDB::bind_method(D_METHOD("get_connection_error"), &WebSocketMultiplayerPeer::get_connection_error);
	ClassDB::bind_method(D_METHOD("get_connection_error_message"), &WebSocketMultiplayerPeer::get_connection_error_message);

	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "close_timeout"), "set_close_timeout", "get_close_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "heartbeat_interval"), "set_heartbeat_interval", "get_heartbeat_interval");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_message_size"), "set_max_message_size", "get_max_message_size");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "session_resume_time"), "set_session_resume_time", "get_session_resume_time");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "session_resume_buffer_size"), "set_session_resume_buffer_size", "get_session_resume_buffer_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression", PROPERTY_HINT_ENUM, "Off,Shared,Dedicated"), "set_compression", "get_compression");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression_window_bits"), "set_compression_window_bits", "get_compression_window_bits");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression_threshold"), "set_compression_threshold", "get_compression_threshold");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_queued_packets"), "set_max_queued_packets", "get_max_queued_packets");

	ADD_SIGNAL(MethodInfo("peer_suspended", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_resumed", PropertyInfo(Variant::INT, "id")));
}
