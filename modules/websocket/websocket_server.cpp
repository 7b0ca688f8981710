// What the server backend tells becomes signals.
#include "modules/websocket/websocket_server.h"

#include "core/io/dir_access.h"
#include "modules/websocket/host/ws_files.h"
#include "modules/websocket/protocol/ws_utf8.h"
#include "modules/websocket/websocket_request.h"

Error WebSocketServer::listen(int p_port, const Vector<String> &p_protocols, bool p_gd_mp_api) {
	ERR_FAIL_COND_V_MSG(!WSServerBackend::is_available(), ERR_UNAVAILABLE, "A browser cannot listen for connections.");
	ERR_FAIL_COND_V_MSG(get_connection_status() != CONNECTION_DISCONNECTED, ERR_ALREADY_IN_USE, "This server is in use; stop() it first.");
	set_supported_protocols(p_protocols);
	gd_mp_api = p_gd_mp_api;
	const Error result = create_server(p_port, bind_ip, tls_options);
	_share_policy();
	return result;
}

Error WebSocketServer::_load_tls(const String &p_private_key, const String &p_certificate) {
	const Ref<CryptoKey> key(CryptoKey::create());
	const Ref<X509Certificate> certificate(X509Certificate::create());
	ERR_FAIL_COND_V_MSG(key.is_null() || certificate.is_null(), ERR_UNAVAILABLE, "This build has no TLS.");
	Error result = key->load(p_private_key);
	ERR_FAIL_COND_V_MSG(result != OK, result, "The private key \"" + p_private_key + "\" cannot be read.");
	result = certificate->load(p_certificate);
	ERR_FAIL_COND_V_MSG(result != OK, result, "The certificate \"" + p_certificate + "\" cannot be read.");
	const Ref<TLSOptions> options = TLSOptions::server(key, certificate);
	result = is_listening() ? get_server()->change_tls(options) : WSServerBackend::check_tls(options);
	if (result == OK) {
		tls_options = options;
		private_key_file = p_private_key;
		certificate_file = p_certificate;
	}
	return result;
}

Error WebSocketServer::listen_tls(int p_port, const String &p_private_key, const String &p_certificate, const Vector<String> &p_protocols, bool p_gd_mp_api) {
	ERR_FAIL_COND_V_MSG(!WSServerBackend::is_available(), ERR_UNAVAILABLE, "A browser cannot listen for connections.");
	ERR_FAIL_COND_V_MSG(get_connection_status() != CONNECTION_DISCONNECTED, ERR_ALREADY_IN_USE, "This server is in use; stop() it first.");
	const Error result = _load_tls(p_private_key, p_certificate);
	return result == OK ? listen(p_port, p_protocols, p_gd_mp_api) : result;
}

Error WebSocketServer::reload_certificate() {
	ERR_FAIL_COND_V_MSG(private_key_file.is_empty(), ERR_UNCONFIGURED, "reload_certificate() reads the files of listen_tls() again; without it, set tls_options.");
	return _load_tls(private_key_file, certificate_file);
}

void WebSocketServer::set_tls_options(const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_MSG(p_options.is_valid() && !p_options->is_server(), "These TLSOptions are for a client; use TLSOptions.server().");
	if (is_listening()) {
		ERR_FAIL_COND_MSG(p_options.is_null() != tls_options.is_null(), "A server that listens does not go from plain to TLS or back; stop() it first.");
		if (p_options.is_valid() && get_server()->change_tls(p_options) != OK) {
			return;
		}
	}
	tls_options = p_options;
	private_key_file = String();
}

Error WebSocketServer::serve_files(const String &p_path, const String &p_folder) {
	ERR_FAIL_COND_V_MSG(!WSServerBackend::is_available(), ERR_UNAVAILABLE, "A browser cannot listen for connections, nor serve files.");
	ERR_FAIL_COND_V_MSG(!p_path.begins_with("/"), ERR_INVALID_PARAMETER, "serve_files(): the path \"" + p_path + "\" does not begin with \"/\".");
	const String folder = ws_map_to_system_path(p_folder).trim_suffix("/");
	ERR_FAIL_COND_V_MSG(!DirAccess::exists(folder), ERR_FILE_NOT_FOUND, "serve_files(): there is no folder \"" + p_folder + "\".");
	const String prefix = p_path.ends_with("/") ? p_path : p_path + "/";
	stop_serving_files(prefix);
	policy.files.folders.push_back({ prefix, folder });
	_share_policy();
	return OK;
}

void WebSocketServer::stop_serving_files(const String &p_path) {
	const String prefix = p_path.ends_with("/") ? p_path : p_path + "/";
	for (int64_t i = policy.files.folders.size() - 1; i >= 0; i--) {
		if (policy.files.folders[i].prefix == prefix) {
			policy.files.folders.remove_at(i);
		}
	}
	_share_policy();
}

void WebSocketServer::set_file_headers(const Vector<String> &p_headers) {
	if (WebSocketPeer::check_header_lines(p_headers, "file_headers") == OK) {
		policy.files.headers = p_headers;
		_share_policy();
	}
}

void WebSocketServer::set_cross_origin_isolation(bool p_enabled) {
	policy.files.is_isolated = p_enabled;
	_share_policy();
}

void WebSocketServer::_share_policy() {
	if (get_server()) {
		get_server()->change_server_settings(policy);
	}
}

void WebSocketServer::set_allowed_origins(const Vector<String> &p_origins) {
	for (const String &origin : p_origins) {
		ERR_FAIL_COND_MSG(origin != "null" && (!origin.contains("://") || origin.ends_with("/")), "allowed_origins: \"" + origin + "\" is no origin; write scheme, host and, if it is not the scheme's own, port: \"https://example.com\".");
	}
	policy.allowed_origins = p_origins;
	_share_policy();
}

// A client of which nothing is heard is asked for a sign of life half way.
WSConnectionSettings WebSocketServer::make_server_settings() const {
	WSConnectionSettings made = WebSocketMultiplayerPeer::make_server_settings();
	if (made.heartbeat_interval == 0 && idle_timeout > 0) {
		made.heartbeat_interval = MAX(idle_timeout / 2, int64_t(1));
	}
	made.slow_policy = WSSlowPolicy(slow_client_policy);
	return made;
}

void WebSocketServer::set_max_clients(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "max_clients is a number of clients; 0 is for no limit.");
	policy.max_clients = p_count;
	_share_policy();
}

void WebSocketServer::set_max_clients_per_address(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "max_clients_per_address is a number of clients; 0 is for no limit.");
	policy.max_clients_per_address = p_count;
	_share_policy();
}

void WebSocketServer::set_max_pending_handshakes(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "max_pending_handshakes is a number of connections; 0 is for no limit.");
	policy.max_handshakes = p_count;
	_share_policy();
}

void WebSocketServer::set_max_messages_per_second(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0, "max_messages_per_second is a number of messages; 0 is for no limit.");
	policy.max_messages_per_second = p_count;
	_share_policy();
}

void WebSocketServer::set_idle_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "idle_timeout is a time in seconds; 0 is for none.");
	idle_timeout = ws_to_msec(p_seconds);
	share_settings();
}

void WebSocketServer::set_slow_client_policy(SlowClientPolicy p_policy) {
	ERR_FAIL_COND_MSG(p_policy < SLOW_CLIENT_REFUSE_MESSAGE || p_policy > SLOW_CLIENT_DISCONNECT, "slow_client_policy is SLOW_CLIENT_REFUSE_MESSAGE, SLOW_CLIENT_DROP_MESSAGE or SLOW_CLIENT_DISCONNECT.");
	slow_client_policy = p_policy;
	share_settings();
}

void WebSocketServer::set_metrics_path(const String &p_path) {
	ERR_FAIL_COND_MSG(!p_path.is_empty() && !p_path.begins_with("/"), "metrics_path begins with \"/\"; empty is for none.");
	policy.metrics_path = p_path;
	_share_policy();
}

void WebSocketServer::subscribe(int p_peer_id, const String &p_topic) {
	ERR_FAIL_COND_MSG(!has_peer(p_peer_id), "There is no peer " + itos(p_peer_id) + ".");
	subscribe_peer(p_peer_id, p_topic);
}

void WebSocketServer::unsubscribe(int p_peer_id, const String &p_topic) {
	ERR_FAIL_COND_MSG(!has_peer(p_peer_id), "There is no peer " + itos(p_peer_id) + ".");
	unsubscribe_peer(p_peer_id, p_topic);
}

Vector<String> WebSocketServer::get_topics(int p_peer_id) const {
	return get_server() ? get_peer_topics(p_peer_id) : Vector<String>();
}

Vector<int32_t> WebSocketServer::get_subscribers(const String &p_topic) const {
	return get_server() ? get_topic_peers(p_topic) : Vector<int32_t>();
}

static bool _is_utf8(const Vector<uint8_t> &p_packet) {
	WSUtf8Validator check;
	return check.feed(p_packet.ptr(), p_packet.size()) && check.is_complete();
}

// A text that is none would make every client end its connection.
static bool _is_sendable(const Vector<uint8_t> &p_packet, bool p_is_text) {
	ERR_FAIL_COND_V_MSG(p_is_text && !_is_utf8(p_packet), false, "With is_text the packet must be UTF-8; use String.to_utf8_buffer().");
	return true;
}

static WSMessageType _get_type(bool p_is_text) {
	return p_is_text ? WSMessageType::TEXT : WSMessageType::BINARY;
}

// What a session's client receives is counted, so it goes by the session.
int WebSocketServer::_send_to_list(const Vector<int32_t> &p_ids, const Vector<uint8_t> &p_packet, int p_except) {
	int count = 0;
	for (int32_t id : p_ids) {
		count += id != p_except && send_to_peer(id, p_packet) == OK ? 1 : 0;
	}
	return count;
}

int WebSocketServer::publish(const String &p_topic, const Vector<uint8_t> &p_packet, bool p_is_text, int p_except) {
	ERR_FAIL_COND_V_MSG(!is_listening(), 0, "The server does not listen.");
	int count = 0;
	if (!_is_sendable(p_packet, p_is_text)) {
		return 0;
	}
	if (has_sessions() && !p_is_text) {
		count = _send_to_list(get_topic_peers(p_topic), p_packet, p_except);
	} else {
		get_server()->send_to_topic(p_topic, _get_type(p_is_text), p_packet.span(), p_except, count);
	}
	return count;
}

int WebSocketServer::broadcast(const Vector<uint8_t> &p_packet, bool p_is_text, int p_except) {
	ERR_FAIL_COND_V_MSG(!is_listening(), 0, "The server does not listen.");
	int count = 0;
	if (!_is_sendable(p_packet, p_is_text)) {
		return 0;
	}
	if (has_sessions() && !p_is_text) {
		count = _send_to_list(get_all_peers(), p_packet, p_except);
	} else {
		get_server()->send_to_all(_get_type(p_is_text), p_packet.span(), p_except, count);
	}
	return count;
}

Dictionary WebSocketServer::get_statistics() const {
	const WSServerStats stats = get_server() ? get_server()->get_stats() : WSServerStats();
	Dictionary refused;
	for (int i = 0; i < WSServerStats::REFUSALS; i++) {
		if (stats.refused[i] > 0) {
			refused[ws_get_refusal_name(WSRefusal(i))] = int64_t(stats.refused[i]);
		}
	}
	Dictionary failed;
	for (int i = 1; i < WSServerStats::FAILURES; i++) {
		if (stats.failed[i] > 0) {
			const String name = ws_get_failure_name(WSError(i));
			failed[name] = int64_t(stats.failed[i]) + int64_t(failed.get(name, 0));
		}
	}
	Dictionary all;
	all["clients"] = int64_t(stats.clients);
	all["handshakes"] = int64_t(stats.handshakes);
	all["clients_accepted"] = int64_t(stats.clients_accepted);
	all["http_requests"] = int64_t(stats.requests_answered);
	all["messages_received"] = int64_t(stats.traffic.messages_in);
	all["messages_sent"] = int64_t(stats.traffic.messages_out);
	all["messages_dropped"] = int64_t(stats.traffic.messages_dropped);
	all["payload_bytes_received"] = int64_t(stats.traffic.payload_in);
	all["payload_bytes_sent"] = int64_t(stats.traffic.payload_out);
	all["bytes_received"] = int64_t(stats.traffic.bytes_in);
	all["bytes_sent"] = int64_t(stats.traffic.bytes_out);
	all["compression_ratio"] = stats.get_compression_ratio();
	all["queued_packets"] = int64_t(stats.queued_packets);
	all["buffered_bytes"] = int64_t(stats.buffered_bytes);
	all["largest_buffer"] = int64_t(stats.largest_buffer);
	all["refused"] = refused;
	all["failed"] = failed;
	return all;
}

bool WebSocketServer::decides_requests() const {
	return has_connections(SNAME("handshake_requested"));
}

void WebSocketServer::client_requested(int32_t p_id, const WSRequestInfo &p_info) {
	Ref<WebSocketRequest> request;
	request.instantiate();
	request->start(get_instance_id(), p_id, p_info);
	emit_signal(SNAME("handshake_requested"), request);
}

void WebSocketServer::stop(int p_code, const String &p_reason, double p_deadline) {
	ERR_FAIL_COND_MSG(std::isnan(p_deadline), "stop(): deadline is a time in seconds; below 0 is for none.");
	if (get_server()) {
		get_server()->stop(p_code, p_reason, p_deadline < 0.0 ? -1 : ws_to_msec(p_deadline));
	}
	close();
}

void WebSocketServer::disconnect_peer_with_code(int p_peer_id, int p_code, const String &p_reason) {
	if (end_session(p_peer_id)) {
		return;
	}
	ERR_FAIL_COND_MSG(!has_peer(p_peer_id), "There is no peer " + itos(p_peer_id) + ".");
	get_server()->close_client(p_peer_id, p_code, p_reason);
}

void WebSocketServer::set_bind_ip(const String &p_address) {
	ERR_FAIL_COND_MSG(is_listening(), "bind_ip cannot change while the server listens; stop() it first.");
	IPAddress address;
	ERR_FAIL_COND_MSG(!ws_parse_address(p_address, address), "bind_ip: \"" + p_address + "\" is not an IP address; \"*\" listens on all of them.");
	bind_ip = p_address;
}

void WebSocketServer::client_opened(int32_t p_id) {
	if (gd_mp_api) {
		if (!join(p_id)) {
			return;
		}
		emit_signal(SNAME("peer_connected"), int64_t(p_id));
	}
	if (has_peer(p_id)) {
		emit_signal(SNAME("client_connected"), int64_t(p_id), get_server()->get_client_protocol(p_id));
	}
}

void WebSocketServer::client_messages(int32_t p_id, int p_count) {
	if (gd_mp_api) {
		WebSocketMultiplayerPeer::client_messages(p_id, p_count);
		return;
	}
	static const StringName data_received("data_received");
	const Variant id = int64_t(p_id);
	const Variant *args[1] = { &id };
	// A handler may read several messages at once, close the client or stop the server.
	for (int i = 0; i < p_count && get_server() && get_server()->get_queued_count(p_id) > 0; i++) {
		emit_signalp(data_received, args, 1);
	}
}

void WebSocketServer::client_close_requested(int32_t p_id, int p_code, const String &p_reason) {
	if (!is_no_peer(p_id)) {
		emit_signal(SNAME("client_close_request"), int64_t(p_id), int64_t(p_code), p_reason);
	}
}

void WebSocketServer::client_closed(int32_t p_id, bool p_was_clean) {
	if (gd_mp_api && survives(p_id)) {
		return;
	}
	emit_signal(SNAME("client_disconnected"), int64_t(p_id), p_was_clean);
	if (gd_mp_api && get_server()) {
		WebSocketMultiplayerPeer::client_closed(p_id, p_was_clean);
	}
}

void WebSocketServer::session_ended(int32_t p_id) {
	emit_signal(SNAME("client_disconnected"), int64_t(p_id), false);
	if (get_server()) {
		WebSocketMultiplayerPeer::session_ended(p_id);
	}
}

void WebSocketServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("listen", "port", "protocols", "gd_mp_api"), &WebSocketServer::listen, DEFVAL(Vector<String>()), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("listen_tls", "port", "private_key", "certificate", "protocols", "gd_mp_api"), &WebSocketServer::listen_tls, DEFVAL(Vector<String>()), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("reload_certificate"), &WebSocketServer::reload_certificate);
	ClassDB::bind_method(D_METHOD("set_tls_options", "options"), &WebSocketServer::set_tls_options);
	ClassDB::bind_method(D_METHOD("get_tls_options"), &WebSocketServer::get_tls_options);
	ClassDB::bind_method(D_METHOD("serve_files", "path", "folder"), &WebSocketServer::serve_files);
	ClassDB::bind_method(D_METHOD("stop_serving_files", "path"), &WebSocketServer::stop_serving_files);
	ClassDB::bind_method(D_METHOD("set_file_headers", "headers"), &WebSocketServer::set_file_headers);
	ClassDB::bind_method(D_METHOD("get_file_headers"), &WebSocketServer::get_file_headers);
	ClassDB::bind_method(D_METHOD("set_cross_origin_isolation", "enabled"), &WebSocketServer::set_cross_origin_isolation);
	ClassDB::bind_method(D_METHOD("get_cross_origin_isolation"), &WebSocketServer::get_cross_origin_isolation);
	ClassDB::bind_method(D_METHOD("stop", "code", "reason", "deadline"), &WebSocketServer::stop, DEFVAL(1001), DEFVAL("The server is stopping."), DEFVAL(-1.0));
	ClassDB::bind_method(D_METHOD("is_listening"), &WebSocketServer::is_listening);
	ClassDB::bind_method(D_METHOD("get_local_port"), &WebSocketServer::get_local_port);
	ClassDB::bind_method(D_METHOD("has_peer", "id"), &WebSocketServer::has_peer);
	ClassDB::bind_method(D_METHOD("disconnect_peer", "id", "code", "reason"), &WebSocketServer::disconnect_peer_with_code, DEFVAL(1000), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("set_extra_headers", "headers"), &WebSocketServer::set_extra_headers, DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("set_bind_ip", "address"), &WebSocketServer::set_bind_ip);
	ClassDB::bind_method(D_METHOD("get_bind_ip"), &WebSocketServer::get_bind_ip);

	ClassDB::bind_method(D_METHOD("set_allowed_origins", "origins"), &WebSocketServer::set_allowed_origins);
	ClassDB::bind_method(D_METHOD("get_allowed_origins"), &WebSocketServer::get_allowed_origins);

	ClassDB::bind_method(D_METHOD("set_max_clients", "count"), &WebSocketServer::set_max_clients);
	ClassDB::bind_method(D_METHOD("get_max_clients"), &WebSocketServer::get_max_clients);
	ClassDB::bind_method(D_METHOD("set_max_clients_per_address", "count"), &WebSocketServer::set_max_clients_per_address);
	ClassDB::bind_method(D_METHOD("get_max_clients_per_address"), &WebSocketServer::get_max_clients_per_address);
	ClassDB::bind_method(D_METHOD("set_max_pending_handshakes", "count"), &WebSocketServer::set_max_pending_handshakes);
	ClassDB::bind_method(D_METHOD("get_max_pending_handshakes"), &WebSocketServer::get_max_pending_handshakes);
	ClassDB::bind_method(D_METHOD("set_max_messages_per_second", "count"), &WebSocketServer::set_max_messages_per_second);
	ClassDB::bind_method(D_METHOD("get_max_messages_per_second"), &WebSocketServer::get_max_messages_per_second);
	ClassDB::bind_method(D_METHOD("set_idle_timeout", "timeout"), &WebSocketServer::set_idle_timeout);
	ClassDB::bind_method(D_METHOD("get_idle_timeout"), &WebSocketServer::get_idle_timeout);
	ClassDB::bind_method(D_METHOD("set_slow_client_policy", "policy"), &WebSocketServer::set_slow_client_policy);
	ClassDB::bind_method(D_METHOD("get_slow_client_policy"), &WebSocketServer::get_slow_client_policy);
	ClassDB::bind_method(D_METHOD("subscribe", "id", "topic"), &WebSocketServer::subscribe);
	ClassDB::bind_method(D_METHOD("unsubscribe", "id", "topic"), &WebSocketServer::unsubscribe);
	ClassDB::bind_method(D_METHOD("get_topics", "id"), &WebSocketServer::get_topics);
	ClassDB::bind_method(D_METHOD("get_subscribers", "topic"), &WebSocketServer::get_subscribers);
	ClassDB::bind_method(D_METHOD("publish", "topic", "packet", "is_text", "except"), &WebSocketServer::publish, DEFVAL(false), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("broadcast", "packet", "is_text", "except"), &WebSocketServer::broadcast, DEFVAL(false), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_statistics"), &WebSocketServer::get_statistics);
	ClassDB::bind_method(D_METHOD("set_metrics_path", "path"), &WebSocketServer::set_metrics_path);
	ClassDB::bind_method(D_METHOD("get_metrics_path"), &WebSocketServer::get_metrics_path);

	ADD_PROPERTY(PropertyInfo(Variant::STRING, "bind_ip"), "set_bind_ip", "get_bind_ip");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "allowed_origins"), "set_allowed_origins", "get_allowed_origins");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_clients"), "set_max_clients", "get_max_clients");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_clients_per_address"), "set_max_clients_per_address", "get_max_clients_per_address");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_pending_handshakes"), "set_max_pending_handshakes", "get_max_pending_handshakes");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_messages_per_second"), "set_max_messages_per_second", "get_max_messages_per_second");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "idle_timeout"), "set_idle_timeout", "get_idle_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "slow_client_policy", PROPERTY_HINT_ENUM, "Refuse Message,Drop Message,Disconnect"), "set_slow_client_policy", "get_slow_client_policy");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "tls_options", PROPERTY_HINT_RESOURCE_TYPE, "TLSOptions", PROPERTY_USAGE_NONE), "set_tls_options", "get_tls_options");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "file_headers"), "set_file_headers", "get_file_headers");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "cross_origin_isolation"), "set_cross_origin_isolation", "get_cross_origin_isolation");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "metrics_path"), "set_metrics_path", "get_metrics_path");

	ADD_SIGNAL(MethodInfo("client_connected", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::STRING, "protocol")));
	ADD_SIGNAL(MethodInfo("client_disconnected", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::BOOL, "was_clean")));
	ADD_SIGNAL(MethodInfo("client_close_request", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::INT, "code"), PropertyInfo(Variant::STRING, "reason")));
	ADD_SIGNAL(MethodInfo("handshake_requested", PropertyInfo(Variant::OBJECT, "request", PROPERTY_HINT_RESOURCE_TYPE, "WebSocketRequest")));
	ADD_SIGNAL(MethodInfo("data_received", PropertyInfo(Variant::INT, "id")));

	BIND_ENUM_CONSTANT(SLOW_CLIENT_REFUSE_MESSAGE);
	BIND_ENUM_CONSTANT(SLOW_CLIENT_DROP_MESSAGE);
	BIND_ENUM_CONSTANT(SLOW_CLIENT_DISCONNECT);
}
