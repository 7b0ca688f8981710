// Sessions that outlive their connections, seen from the server and from a client.
#include "modules/websocket/websocket_multiplayer_peer.h"

#include "core/os/os.h"
#include "modules/websocket/transport/ws_backoff.h"

namespace {

constexpr int64_t ACKNOWLEDGE_INTERVAL = 1000; // Milliseconds.
constexpr int64_t FIRST_RETRY = 250;
constexpr int64_t LONGEST_RETRY = 4000;

int64_t get_now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

Span<uint8_t> get_bytes(const CharString &p_text) {
	return Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text.get_data()), uint64_t(p_text.length()));
}

String make_token() {
	uint8_t random[WSResumeNote::TOKEN_BYTES];
	ws_fill_random(random, int(sizeof(random)));
	return WSResumeNote::make_token(random);
}

WSResumeRequest read_target(const String &p_target) {
	const CharString target = p_target.utf8();
	return WSResumeRequest::find_in(std::string_view(target.get_data(), size_t(target.length())));
}

CharString write_count(WSResumeNote::Kind p_kind, uint64_t p_count) {
	WSResumeNote note;
	note.kind = p_kind;
	note.count = p_count;
	return note.write();
}

Span<uint8_t> get_payload(const Vector<uint8_t> &p_message) {
	return Span<uint8_t>(p_message.ptr(), uint64_t(p_message.size()));
}

} // namespace

void WebSocketMultiplayerPeer::set_session_resume_time(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "session_resume_time is a time in seconds; 0 is for no sessions.");
	resume_time = ws_to_msec(p_seconds);
}

void WebSocketMultiplayerPeer::set_session_resume_buffer_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes <= 0, "session_resume_buffer_size is a number of bytes above 0.");
	resume_buffer_size = p_bytes;
}

bool WebSocketMultiplayerPeer::is_peer_suspended(int p_peer_id) const {
	if (!server) {
		return p_peer_id == TARGET_PEER_SERVER && is_suspended();
	}
	return _find_suspended(p_peer_id) != nullptr;
}

WSResumeSession *WebSocketMultiplayerPeer::_find_suspended(int32_t p_id) const {
	WSResumeSession *const its_session = sessions.find(p_id);
	return its_session && its_session->is_suspended() ? its_session : nullptr;
}

// --- The server: clients come and go.

bool WebSocketMultiplayerPeer::keeps_target(std::string_view p_target) const {
	return resume_time > 0 && WSResumeRequest::find_in(p_target).kind != WSResumeRequest::NONE;
}

// Who comes back is not new.
bool WebSocketMultiplayerPeer::accepts_client(const String &p_target) const {
	return !is_refusing_new_connections() || (!p_target.is_empty() && sessions.find_by_token(read_target(p_target).token));
}

bool WebSocketMultiplayerPeer::join(int32_t p_id) {
	const String target = resume_time > 0 ? server->get_client_target(p_id) : String();
	const WSResumeRequest request = target.is_empty() ? WSResumeRequest() : read_target(target);
	if (request.kind == WSResumeRequest::RESUME) {
		if (!_resume_session(p_id, request)) {
			_turn_away(p_id);
		}
		return false;
	}
	_send_id(p_id);
	if (request.kind == WSResumeRequest::BEGIN) {
		WSResumeNote grant;
		grant.kind = WSResumeNote::GRANT;
		grant.token = sessions.begin(p_id, make_token())->token;
		grant.grace = uint64_t(resume_time);
		_send_note(p_id, grant);
	}
	return true;
}

void WebSocketMultiplayerPeer::_turn_away(int32_t p_id) {
	_send_note(p_id, WSResumeNote());
	turned_away.push_back(p_id);
	server->close_client(p_id, WS_CLOSE_NORMAL, "There is no such session.");
}

bool WebSocketMultiplayerPeer::_resume_session(int32_t p_id, const WSResumeRequest &p_request) {
	WSResumeSession *its_session = sessions.find_by_token(p_request.token);
	if (!its_session || (its_session->is_suspended() && get_now() >= its_session->deadline)) {
		return false;
	}
	const int32_t id = its_session->id;
	const bool was_suspended = its_session->is_suspended();
	if (!was_suspended) { // This side has not noticed yet that the connection is dead. What it brought counts.
		_collect(id, true);
		its_session = sessions.find(id);
	}
	if (!its_session || !its_session->stream.resume(p_request.received)) {
		sessions.end(id);
		if (was_suspended) {
			ended.push_back(id);
		} else {
			server->drop_client(id);
		}
		return false;
	}
	const Vector<String> topics = was_suspended ? its_session->topics : server->get_client_topics(id);
	server->change_client_id(p_id, id);
	if (!was_suspended) {
		turned_away.push_back(p_id);
		server->drop_client(p_id);
	}
	for (const String &topic : topics) {
		server->subscribe(id, topic);
	}
	sessions.reconnect(its_session, p_request.token, make_token());
	WSResumeNote note;
	note.kind = WSResumeNote::RESUMED;
	note.token = its_session->token;
	note.grace = uint64_t(resume_time);
	note.count = its_session->stream.get_received();
	its_session->stream.note_acknowledged();
	_send_note(id, note);
	_pump(its_session);
	if (!was_suspended) {
		emit_signal(SNAME("peer_suspended"), int64_t(id));
	}
	if (server && sessions.find(id)) {
		emit_signal(SNAME("peer_resumed"), int64_t(id));
	}
	return true;
}

bool WebSocketMultiplayerPeer::survives(int32_t p_id) {
	if (is_no_peer(p_id)) {
		turned_away.erase(p_id);
		return true;
	}
	if (!sessions.find(p_id)) {
		return false;
	}
	_collect(p_id, true);
	WSResumeSession *const its_session = sessions.find(p_id);
	if (!its_session || resume_time <= 0 || !server->has_lost_client(p_id) || !sessions.suspend(its_session, get_now() + resume_time)) {
		sessions.end(p_id);
		return false;
	}
	server->get_client_address(p_id, its_session->address, its_session->port);
	its_session->topics = server->get_client_topics(p_id);
	emit_signal(SNAME("peer_suspended"), int64_t(p_id));
	return true;
}

void WebSocketMultiplayerPeer::session_ended(int32_t p_id) {
	emit_signal(SNAME("peer_disconnected"), int64_t(p_id));
}

bool WebSocketMultiplayerPeer::end_session(int32_t p_id) {
	const bool was_suspended = is_peer_suspended(p_id);
	sessions.end(p_id);
	if (was_suspended) {
		ended.push_back(p_id);
	}
	return was_suspended;
}

// --- The server: messages.

// True: it was a word of the session's, and no packet.
bool WebSocketMultiplayerPeer::_hear_client(WSResumeSession *p_session, const WSPacketQueue::Packet &p_packet) {
	WSResumeNote note;
	if (!p_packet.is_text) {
		p_session->stream.note_received(p_packet.data.size());
	} else if (!WSResumeNote::parse(get_payload(p_packet.data), note)) {
		return false;
	} else if (note.kind == WSResumeNote::SKIP) {
		p_session->stream.note_skipped(note.count);
	} else if (note.kind == WSResumeNote::ACK && p_session->stream.acknowledge(note.count)) {
		sessions.confirm(p_session);
		return true;
	} else {
		const int32_t id = p_session->id;
		sessions.end(id);
		server->close_client(id, WS_CLOSE_POLICY_VIOLATION, "This is no word of a session.");
		return true;
	}
	if (p_session->stream.is_acknowledgement_due()) {
		_acknowledge(p_session);
	} else {
		sessions.note_owing(p_session);
	}
	return p_packet.is_text;
}

void WebSocketMultiplayerPeer::_send_note(int32_t p_id, const WSResumeNote &p_note) {
	server->send(p_id, WSMessageType::TEXT, get_bytes(p_note.write()));
}

void WebSocketMultiplayerPeer::_acknowledge(WSResumeSession *p_session) {
	const CharString text = write_count(WSResumeNote::ACK, p_session->stream.get_received());
	if (server->get_client_room(p_session->id) >= text.length() && server->send(p_session->id, WSMessageType::TEXT, get_bytes(text)) < WSSendResult::DROPPED) {
		p_session->stream.note_acknowledged();
	}
}

void WebSocketMultiplayerPeer::_pump(WSResumeSession *p_session) {
	p_session->stream.pump([&](const WSResumeStream::Item &p_item) {
		const CharString skip = p_item.message ? CharString() : write_count(WSResumeNote::SKIP, p_item.skipped);
		const Span<uint8_t> bytes = p_item.message ? get_payload(*p_item.message) : get_bytes(skip);
		const WSMessageType type = p_item.message ? WSMessageType::BINARY : WSMessageType::TEXT;
		return server->get_client_room(p_session->id) >= int64_t(bytes.size()) && server->send(p_session->id, type, bytes) < WSSendResult::DROPPED;
	});
	if (!p_session->stream.is_flowing()) {
		sessions.note_behind(p_session);
	}
}

WSSendResult WebSocketMultiplayerPeer::_send_in_session(WSResumeSession *p_session, const Vector<uint8_t> &p_packet) {
	if (p_packet.size() > get_max_packet_size()) {
		return WSSendResult::REFUSED;
	}
	const bool is_connected = !p_session->is_suspended();
	const WSSendResult result = p_session->stream.offer(p_packet, get_transfer_mode() == TRANSFER_MODE_RELIABLE, resume_buffer_size, is_connected, [&]() {
		return server->send(p_session->id, WSMessageType::BINARY, get_payload(p_packet));
	});
	if (!is_connected && result == WSSendResult::REFUSED) {
		sessions.expire(p_session);
	} else if (is_connected && !p_session->stream.is_flowing()) {
		sessions.note_behind(p_session);
	}
	return result;
}

Vector<int32_t> WebSocketMultiplayerPeer::get_all_peers() const {
	Vector<int32_t> ids;
	for (int32_t id : server->get_client_ids()) {
		if (!is_no_peer(id)) {
			ids.push_back(id);
		}
	}
	for (const KeyValue<int32_t, WSResumeSession *> &entry : sessions.get_all()) {
		if (entry.value->is_suspended()) {
			ids.push_back(entry.key);
		}
	}
	return ids;
}

Vector<int32_t> WebSocketMultiplayerPeer::get_topic_peers(const String &p_topic) const {
	Vector<int32_t> ids = server->get_topic_clients(p_topic);
	for (const KeyValue<int32_t, WSResumeSession *> &entry : sessions.get_all()) {
		if (entry.value->is_suspended() && entry.value->topics.has(p_topic)) {
			ids.push_back(entry.key);
		}
	}
	return ids;
}

bool WebSocketMultiplayerPeer::has_client_peer(int32_t p_id) const {
	return server && _has_peer(p_id) && !is_no_peer(p_id);
}

void WebSocketMultiplayerPeer::subscribe_peer(int32_t p_id, const String &p_topic) {
	WSResumeSession *const away = _find_suspended(p_id);
	if (!away) {
		server->subscribe(p_id, p_topic);
	} else if (!away->topics.has(p_topic)) {
		away->topics.push_back(p_topic);
	}
}

void WebSocketMultiplayerPeer::unsubscribe_peer(int32_t p_id, const String &p_topic) {
	if (WSResumeSession *const away = _find_suspended(p_id)) {
		away->topics.erase(p_topic);
	} else {
		server->unsubscribe(p_id, p_topic);
	}
}

Vector<String> WebSocketMultiplayerPeer::get_peer_topics(int32_t p_id) const {
	const WSResumeSession *away = _find_suspended(p_id);
	return away ? away->topics : server->get_client_topics(p_id);
}

Error WebSocketMultiplayerPeer::send_to_peer(int32_t p_id, const Vector<uint8_t> &p_packet) {
	WSResumeSession *const its_session = sessions.find(p_id);
	if (!its_session && !server->has_client(p_id)) {
		return FAILED;
	}
	const WSSendResult result = its_session ? _send_in_session(its_session, p_packet) : server->send(p_id, WSMessageType::BINARY, get_payload(p_packet));
	return result == WSSendResult::REFUSED ? ERR_OUT_OF_MEMORY : OK;
}

// Framed and compressed once, unless some still wait for what was before.
WSSendResult WebSocketMultiplayerPeer::_send_to_all_in_sessions(Span<uint8_t> p_packet, int p_but) {
	const Vector<uint8_t> kept = ws_copy(p_packet);
	WSSendResult result = WSSendResult::SENT;
	if (sessions.has_behind()) {
		for (int32_t id : get_all_peers()) {
			if (id != p_but && send_to_peer(id, kept) == ERR_OUT_OF_MEMORY) {
				result = WSSendResult::REFUSED;
			}
		}
		return result;
	}
	int count = 0;
	LocalVector<int32_t> without;
	const WSSendResult sent = server->send_to_all(WSMessageType::BINARY, p_packet, p_but, count, &without);
	const bool is_reliable = get_transfer_mode() == TRANSFER_MODE_RELIABLE;
	for (const KeyValue<int32_t, WSResumeSession *> &entry : sessions.get_all()) {
		if (entry.key == p_but) {
			continue;
		}
		const bool has_it = !entry.value->is_suspended() && !without.has(entry.key);
		const WSSendResult one = entry.value->stream.offer(kept, is_reliable, resume_buffer_size, has_it, []() { return WSSendResult::SENT; });
		if (entry.value->is_suspended() && one == WSSendResult::REFUSED) {
			sessions.expire(entry.value);
		} else if (!entry.value->is_suspended() && !has_it) {
			result = MAX(result, one);
			sessions.note_behind(entry.value);
		}
	}
	for (uint32_t i = 0; sent == WSSendResult::REFUSED && i < without.size(); i++) {
		if (int(without[i]) != p_but && !sessions.find(without[i]) && !is_no_peer(without[i])) {
			result = sent;
		}
	}
	return result;
}

// Handlers may do anything, also close this server.
void WebSocketMultiplayerPeer::_tend_sessions() {
	if (!server || (sessions.is_empty() && ended.is_empty())) {
		return;
	}
	const int64_t now = get_now();
	for (int32_t id : sessions.take_behind()) {
		WSResumeSession *const its_session = sessions.find(id);
		if (!its_session->is_suspended()) { // Else it is pumped when it is resumed.
			_pump(its_session);
		}
	}
	if (now >= acknowledge_at) {
		acknowledge_at = now + ACKNOWLEDGE_INTERVAL;
		for (int32_t id : sessions.take_owing()) {
			WSResumeSession *const its_session = sessions.find(id);
			if (!its_session->is_suspended() && its_session->stream.owes_acknowledgement()) {
				_acknowledge(its_session);
			}
		}
	}
	for (int32_t id : sessions.get_expired(now)) {
		sessions.end(id);
		ended.push_back(id);
	}
	const LocalVector<int32_t> gone = std::move(ended);
	ended = LocalVector<int32_t>();
	const WSServerBackend *const mine = server;
	for (uint32_t i = 0; i < gone.size() && server == mine; i++) { // Another one knows nothing of them.
		session_ended(gone[i]);
	}
}

// --- A client.

void WebSocketMultiplayerPeer::_begin_client_session(const String &p_url, const Ref<TLSOptions> &p_options) {
	_end_client_session();
	if (resume_time > 0) {
		session = memnew(ClientSession);
		session->url = p_url;
		session->tls_options = p_options;
	}
}

void WebSocketMultiplayerPeer::_end_client_session() {
	if (session) {
		memdelete(session);
		session = nullptr;
	}
}

void WebSocketMultiplayerPeer::part(int p_code, const String &p_reason) {
	if (is_suspended()) {
		session->deadline = 0; // The next poll tells.
	} else {
		_end_client_session();
	}
	client->close(p_code, p_reason);
}

// The server speaks of a session in a way that makes no sense.
void WebSocketMultiplayerPeer::_break_rule() {
	_end_client_session();
	client->close(WS_CLOSE_POLICY_VIOLATION, "This is no word of a session.");
}

// True: it was a word of the session's, and no packet.
bool WebSocketMultiplayerPeer::_hear_server(const WSPacketQueue::Packet &p_packet) {
	WSResumeNote note;
	const bool is_note = p_packet.is_text && WSResumeNote::parse(get_payload(p_packet.data), note);
	if (session->token.is_empty()) {
		if (!is_note || note.kind != WSResumeNote::GRANT) {
			_end_client_session(); // It comes behind the id, or never.
			return false;
		}
		session->token = note.token;
		session->grace = MIN(int64_t(note.grace), resume_time);
		return true;
	}
	if (!p_packet.is_text) {
		session->stream.note_received(p_packet.data.size());
	} else if (!is_note) {
		return false;
	} else if (note.kind == WSResumeNote::SKIP) {
		session->stream.note_skipped(note.count);
	} else if (note.kind != WSResumeNote::ACK || !session->stream.acknowledge(note.count)) {
		_break_rule();
		return true;
	}
	if (session->stream.is_acknowledgement_due()) {
		_acknowledge_to_server();
	}
	return p_packet.is_text;
}

void WebSocketMultiplayerPeer::_acknowledge_to_server() {
	const CharString text = write_count(WSResumeNote::ACK, session->stream.get_received());
	if (client->get_backend()->send(WSMessageType::TEXT, get_bytes(text)) < WSSendResult::DROPPED) {
		session->stream.note_acknowledged();
	}
}

WSSendResult WebSocketMultiplayerPeer::_send_from_client(const Vector<uint8_t> &p_packet) {
	if (p_packet.size() > get_max_packet_size()) {
		return WSSendResult::REFUSED;
	}
	const WSSendResult result = session->stream.offer(p_packet, get_transfer_mode() == TRANSFER_MODE_RELIABLE, resume_buffer_size, !session->is_suspended, [&]() {
		return client->get_backend()->send(WSMessageType::BINARY, get_payload(p_packet));
	});
	if (session->is_suspended && result == WSSendResult::REFUSED) {
		session->deadline = 0; // It cannot go on; the next poll tells.
	}
	return result;
}

void WebSocketMultiplayerPeer::_tend_client_session() {
	if (!session) {
		return;
	}
	session->stream.pump([&](const WSResumeStream::Item &p_item) {
		const CharString skip = p_item.message ? CharString() : write_count(WSResumeNote::SKIP, p_item.skipped);
		const Span<uint8_t> bytes = p_item.message ? get_payload(*p_item.message) : get_bytes(skip);
		return client->get_backend()->send(p_item.message ? WSMessageType::BINARY : WSMessageType::TEXT, bytes) < WSSendResult::DROPPED;
	});
	const int64_t now = get_now();
	if (now >= acknowledge_at) {
		acknowledge_at = now + ACKNOWLEDGE_INTERVAL;
		if (session->stream.owes_acknowledgement()) {
			_acknowledge_to_server();
		}
	}
}

// The connection has ended. True: another one is to carry on.
bool WebSocketMultiplayerPeer::_suspend_client() {
	if (!session || client->was_used() || !ws_is_lost(client->get_close_code(), WSError(client->get_connection_error()))) {
		return false;
	}
	_read_client_packets(true);
	if (!session || session->token.is_empty()) {
		return false;
	}
	session->is_suspended = true;
	session->deadline = get_now() + session->grace;
	session->retry_at = get_now();
	session->attempts = 0;
	last_error = client->get_connection_error();
	last_error_text = client->get_connection_error_message();
	emit_signal(SNAME("peer_suspended"), int64_t(TARGET_PEER_SERVER));
	return true;
}

void WebSocketMultiplayerPeer::_go_on_suspended() {
	const int64_t now = get_now();
	if (now >= session->deadline) {
		client->close(-1);
		_lose_server();
	} else if (session->retry_at != 0) {
		if (now >= session->retry_at) {
			_attempt_resume(now);
		}
	} else if (client->get_backend()->get_queued_count() > 0) {
		_read_welcome();
	} else if (client->get_ready_state() == WebSocketPeer::STATE_CLOSED || now >= session->attempt_deadline) {
		client->close(-1);
		_plan_attempt(now);
	}
}

void WebSocketMultiplayerPeer::_plan_attempt(int64_t p_now) {
	session->retry_at = p_now + MAX(ws_make_retry_delay(session->attempts, FIRST_RETRY, LONGEST_RETRY), int64_t(1));
	session->attempts++;
}

void WebSocketMultiplayerPeer::_attempt_resume(int64_t p_now) {
	WSResumeRequest request;
	request.kind = WSResumeRequest::RESUME;
	request.token = session->token;
	request.received = session->stream.get_received();
	Ref<WebSocketPeer> peer;
	peer.instantiate();
	peer->get_settings() = settings;
	client = peer;
	if (peer->connect_to_url(request.add_to(session->url), session->tls_options) != OK) {
		_plan_attempt(p_now);
		return;
	}
	session->retry_at = 0;
	session->attempt_deadline = p_now + settings.handshake_timeout;
}

// What a server without sessions says first is an id: a new peer is what this one does not become.
void WebSocketMultiplayerPeer::_read_welcome() {
	const WSPacketQueue::Packet first = client->get_backend()->take_packet();
	WSResumeNote note;
	if (!first.is_text || !WSResumeNote::parse(get_payload(first.data), note) || note.kind != WSResumeNote::RESUMED || !session->stream.resume(note.count)) {
		client->close(WS_CLOSE_NORMAL);
		_lose_server();
		return;
	}
	session->token = note.token;
	session->grace = MIN(int64_t(note.grace), resume_time);
	session->is_suspended = false;
	last_error = WebSocketPeer::CONNECTION_ERROR_NONE;
	last_error_text = String();
	_acknowledge_to_server(); // At once: the token before is spent when the server knows that we have this one.
	_tend_client_session();
	emit_signal(SNAME("peer_resumed"), int64_t(TARGET_PEER_SERVER));
}
