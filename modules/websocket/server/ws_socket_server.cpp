// Ids to clients, and clients to WebSocketPeers on demand.
#include "modules/websocket/server/ws_socket_server.h"

#include "core/os/os.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/websocket_peer.h"
#include "modules/websocket/wsl_peer.h"

static String _to_string(std::string_view p_text) {
	return String::utf8(p_text.data(), int64_t(p_text.size()));
}

bool WSServerBackend::is_available() {
	return true;
}

Error WSServerBackend::check_tls(const Ref<TLSOptions> &p_tls) {
	return ws_check_tls_server(p_tls);
}

WSServerBackend *WSServerBackend::create(WSServerBackendHandler *p_handler) {
	return memnew(WSSocketServer(p_handler));
}

Error WSSocketServer::listen(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_tls, const WSConnectionSettings &p_settings) {
	change_settings(p_settings);
	return core.listen(p_port, p_bind_address, p_tls);
}

// What a script set on one peer stays; what it left alone goes with the server's.
template <typename T>
static void _follow(T &r_own, const T &p_before, const T &p_now) {
	if (r_own == p_before) {
		r_own = p_now;
	}
}

static void _follow_settings(WSConnectionSettings &r_own, const WSConnectionSettings &p_before, const WSConnectionSettings &p_now) {
	_follow(r_own.inbound_buffer_size, p_before.inbound_buffer_size, p_now.inbound_buffer_size);
	_follow(r_own.max_message_size, p_before.max_message_size, p_now.max_message_size);
	_follow(r_own.outbound_buffer_size, p_before.outbound_buffer_size, p_now.outbound_buffer_size);
	_follow(r_own.max_queued_packets, p_before.max_queued_packets, p_now.max_queued_packets);
	_follow(r_own.slow_policy, p_before.slow_policy, p_now.slow_policy);
	_follow(r_own.close_timeout, p_before.close_timeout, p_now.close_timeout);
	_follow(r_own.heartbeat_interval, p_before.heartbeat_interval, p_now.heartbeat_interval);
	_follow(r_own.kin_heartbeat_interval, p_before.kin_heartbeat_interval, p_now.kin_heartbeat_interval);
}

void WSSocketServer::change_settings(const WSConnectionSettings &p_settings) {
	core.keep_to_thread();
	const WSConnectionSettings before = core.settings;
	core.settings = p_settings;
	core.settings.owner = before.owner;
	core.settings.traffic = before.traffic;
	for (WSServerClient *client : core.get_clients()) {
		if (client->script_peer.is_valid()) {
			_follow_settings(static_cast<WebSocketPeer *>(client->script_peer.ptr())->get_settings(), before, core.settings);
		}
	}
	if (before.heartbeat_interval != core.settings.heartbeat_interval || before.kin_heartbeat_interval != core.settings.kin_heartbeat_interval) {
		core.refresh_deadlines(int64_t(OS::get_singleton()->get_ticks_msec()));
	}
}

WSServerStats WSSocketServer::get_stats() const {
	core.keep_to_thread();
	return core.get_stats();
}

bool WSSocketServer::answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) {
	const WSRequest &request = p_client->get_request().get_request();
	const WSServerSettings &policy = core.get_policy();
	const std::string_view path = request.target.substr(0, MIN(request.target.find('?'), request.target.size()));
	const bool is_read = request.method == "GET" || request.method == "HEAD";
	if (is_read && !policy.metrics_path.is_empty() && policy.metrics_path == _to_string(path)) {
		r_answer.head_only = request.method == "HEAD";
		r_answer.headers = "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\nCache-Control: no-store\r\n";
		r_answer.text = ws_write_metrics(core.get_stats());
		return true;
	}
	return WSStaticFiles::answer(policy.files, request.method, request.target, p_client->get_request().get_head(), r_answer);
}

Error WSSocketServer::change_tls(const Ref<TLSOptions> &p_tls) {
	core.keep_to_thread();
	return core.change_tls(p_tls);
}

void WSSocketServer::change_server_settings(const WSServerSettings &p_settings) {
	core.keep_to_thread();
	core.set_policy(p_settings);
}

bool WSSocketServer::_allows_origin(std::string_view p_origin) const {
	const Vector<String> &allowed = core.get_policy().allowed_origins;
	if (allowed.is_empty() || p_origin.empty()) {
		return true;
	}
	const String origin = _to_string(p_origin);
	for (const String &one : allowed) {
		if (one.nocasecmp_to(origin) == 0) {
			return true;
		}
	}
	return false;
}

WSVerdict WSSocketServer::judge_client(WSServerClient *p_client) {
	const std::string_view target = p_client->get_request().get_request().target;
	if (handler->keeps_target(target)) {
		p_client->target = _to_string(target);
	}
	if (!handler->accepts_client(p_client->target)) {
		return core.refuse(p_client, WSRefusal::NOT_ACCEPTING, 503, "This server takes no more connections.");
	}
	if (!_allows_origin(p_client->get_request().get_request().origin)) {
		return core.refuse(p_client, WSRefusal::ORIGIN, 403, "This server does not take connections from pages of that origin.");
	}
	return { handler->decides_requests() ? int(WSVerdict::LATER) : int(WSVerdict::ACCEPT), "" };
}

void WSSocketServer::client_requested(WSServerClient *p_client) {
	const WSRequestParser &parser = p_client->get_request();
	const WSRequest &request = parser.get_request();
	WSRequestInfo info;
	info.target = _to_string(request.target);
	info.host = _to_string(request.host);
	info.origin = _to_string(request.origin);
	info.address = String(p_client->get_address());
	info.port = p_client->get_port();
	info.is_secure = p_client->get_stream().is_secure();
	for (const HTTPHead::Field &field : parser.get_head().get_fields()) {
		info.headers.push_back(_to_string(field.name) + ": " + _to_string(field.value));
	}
	for (const std::string_view &protocol : request.protocols) {
		info.protocols.push_back(_to_string(protocol));
	}
	handler->client_requested(p_client->get_id(), info);
}

bool WSSocketServer::has_request(int32_t p_id) const {
	core.keep_to_thread();
	return core.find_undecided(p_id) != nullptr;
}

Error WSSocketServer::accept_request(int32_t p_id, const String &p_protocol, const Vector<String> &p_headers) {
	core.keep_to_thread();
	return core.accept_client(core.find_undecided(p_id), p_protocol, p_headers, int64_t(OS::get_singleton()->get_ticks_msec()));
}

void WSSocketServer::refuse_request(int32_t p_id, int p_status, const Vector<String> &p_headers, const String &p_body) {
	core.keep_to_thread();
	core.refuse_client(core.find_undecided(p_id), p_status, p_headers, p_body, int64_t(OS::get_singleton()->get_ticks_msec()));
}

void WSSocketServer::client_messages(WSServerClient *p_client, int p_count) {
	if (Thread::is_main_thread()) {
		WSTurn::Delivery::note_messages(p_count);
	}
	handler->client_messages(p_client->get_id(), p_count);
}

void WSSocketServer::poll() {
	WSTurn::Delivery delivery;
	core.poll(int64_t(OS::get_singleton()->get_ticks_msec()));
}

WSServerClient *WSSocketServer::_find(int32_t p_id) const {
	core.keep_to_thread();
	return core.find_client(p_id);
}

void WSSocketServer::stop(int p_code, const String &p_reason, int64_t p_longest) {
	core.keep_to_thread();
	CharString reason;
	const int code = WebSocketPeer::check_close(p_code, p_reason, reason) ? p_code : int(WS_CLOSE_UNCLEAN);
	core.stop(code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(reason.get_data()), uint64_t(reason.length())), p_longest);
}

WSPacketQueue::Packet WSSocketServer::take_packet(int32_t p_id) {
	return _find(p_id)->take_packet();
}

Ref<WebSocketPeer> WSSocketServer::get_client_peer(int32_t p_id) {
	WSServerClient *client = _find(p_id);
	if (!client) {
		return Ref<WebSocketPeer>();
	}
	if (client->script_peer.is_null()) {
		Ref<WebSocketPeer> peer;
		peer.instantiate();
		peer->get_settings() = core.settings;
		static_cast<WSLPeer *>(peer->get_backend())->show(client);
		client->script_peer = peer;
	}
	return Ref<WebSocketPeer>(static_cast<WebSocketPeer *>(client->script_peer.ptr()));
}

// The connection goes on living in the peer that a script still holds, so that what was received can be read and what is being sent leaves.
bool WSSocketServer::keep_client(WSServerClient *p_client) {
	Ref<RefCounted> held = p_client->script_peer;
	p_client->script_peer.unref();
	WebSocketPeer *peer = static_cast<WebSocketPeer *>(held.ptr());
	WSLPeer *backend = static_cast<WSLPeer *>(peer->get_backend());
	if (!backend->shows(p_client)) {
		return false;
	}
	if (held->get_reference_count() == 1) {
		backend->forget();
		p_client->set_settings(&core.settings); // The peer's go with it.
		return false;
	}
	peer->get_settings().owner = nullptr;
	peer->get_settings().traffic = nullptr;
	backend->adopt();
	return true;
}

bool WSSocketServer::get_client_address(int32_t p_id, String &r_host, int &r_port) const {
	const WSServerClient *client = _find(p_id);
	if (!client) {
		return false;
	}
	r_host = String(client->get_address());
	r_port = client->get_port();
	return true;
}

String WSSocketServer::get_client_protocol(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client ? client->get_protocol() : String();
}

void WSSocketServer::client_opened(WSServerClient *p_client) {
	handler->client_opened(p_client->get_id());
	p_client->target = String();
}

String WSSocketServer::get_client_target(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client ? client->target : String();
}

void WSSocketServer::change_client_id(int32_t p_id, int32_t p_new_id) {
	if (WSServerClient *client = _find(p_id)) {
		core.change_id(client, p_new_id);
	}
}

int WSSocketServer::get_client_latency_msec(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client ? client->get_latency_msec() : -1;
}

bool WSSocketServer::has_lost_client(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	if (!client || !ws_is_lost(client->get_close_code(), client->get_error())) {
		return false;
	}
	return client->script_peer.is_null() || !static_cast<const WebSocketPeer *>(client->script_peer.ptr())->was_used();
}

int64_t WSSocketServer::get_client_room(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client && client->can_send() ? client->get_room() : 0;
}

WSSendResult WSSocketServer::send(int32_t p_id, WSMessageType p_type, Span<uint8_t> p_data) {
	WSServerClient *client = _find(p_id);
	return client ? client->send(p_type, p_data) : WSSendResult::REFUSED;
}

WSSendResult WSSocketServer::send_to_all(WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count, LocalVector<int32_t> *r_without) {
	core.keep_to_thread();
	WSBroadcast message(p_type, p_data);
	return core.send_to_all(message, p_but, r_count, r_without);
}

Vector<int32_t> WSSocketServer::get_client_ids() const {
	core.keep_to_thread();
	Vector<int32_t> ids;
	for (const WSServerClient *client : core.get_clients()) {
		ids.push_back(client->get_id());
	}
	return ids;
}

WSSendResult WSSocketServer::send_to_topic(const String &p_topic, WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count) {
	core.keep_to_thread();
	WSBroadcast message(p_type, p_data);
	return core.send_to_topic(p_topic, message, p_but, r_count);
}

bool WSSocketServer::subscribe(int32_t p_id, const String &p_topic) {
	WSServerClient *client = _find(p_id);
	return client && core.get_topics().subscribe(client, p_topic);
}

bool WSSocketServer::unsubscribe(int32_t p_id, const String &p_topic) {
	WSServerClient *client = _find(p_id);
	return client && core.get_topics().unsubscribe(client, p_topic);
}

Vector<String> WSSocketServer::get_client_topics(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client ? WSTopics::get_topics(client) : Vector<String>();
}

Vector<int32_t> WSSocketServer::get_topic_clients(const String &p_topic) const {
	core.keep_to_thread();
	Vector<int32_t> ids;
	if (const WSTopic *topic = core.get_topics().find(p_topic)) {
		for (const WSTopicMember &member : topic->members) {
			ids.push_back(member.client->get_id());
		}
	}
	return ids;
}

int WSSocketServer::get_queued_count(int32_t p_id) const {
	const WSServerClient *client = _find(p_id);
	return client ? client->get_queued_count() : 0;
}

void WSSocketServer::close_client(int32_t p_id, int p_code, const String &p_reason) {
	WSServerClient *client = _find(p_id);
	if (!client) {
		return;
	}
	CharString reason;
	if (!WebSocketPeer::check_close(p_code, p_reason, reason)) {
		core.drop_client(client);
		return;
	}
	core.close_client(client, p_code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(reason.get_data()), uint64_t(reason.length())), int64_t(OS::get_singleton()->get_ticks_msec()));
}

void WSSocketServer::drop_client(int32_t p_id) {
	if (WSServerClient *client = _find(p_id)) {
		core.drop_client(client);
	}
}

void WSSocketServer::client_close_requested(WSServerClient *p_client) {
	handler->client_close_requested(p_client->get_id(), p_client->get_close_code(), p_client->get_close_reason());
}

void WSSocketServer::client_drained(WSServerClient *p_client) {
	if (p_client->script_peer.is_valid()) {
		const Ref<RefCounted> peer = p_client->script_peer; // A handler may let go of the last other one.
		peer->emit_signal(SNAME("drained"));
	}
}
