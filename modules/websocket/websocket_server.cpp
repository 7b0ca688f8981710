// What the server backend tells becomes signals.
#include "modules/websocket/websocket_server.h"

#include "core/io/ip_address.h"
#include "modules/websocket/websocket_request.h"

Error WebSocketServer::listen(int p_port, const Vector<String> &p_protocols, bool p_gd_mp_api) {
	set_supported_protocols(p_protocols);
	gd_mp_api = p_gd_mp_api;
	const Error result = create_server(p_port, bind_ip);
	_share_policy();
	return result;
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

bool WebSocketServer::decides_requests() const {
	return has_connections(SNAME("handshake_requested"));
}

void WebSocketServer::client_requested(int32_t p_id, const WSRequestInfo &p_info) {
	Ref<WebSocketRequest> request;
	request.instantiate();
	request->start(get_instance_id(), p_id, p_info);
	emit_signal(SNAME("handshake_requested"), request);
}

void WebSocketServer::disconnect_peer_with_code(int p_peer_id, int p_code, const String &p_reason) {
	ERR_FAIL_COND_MSG(!has_peer(p_peer_id), "There is no peer " + itos(p_peer_id) + ".");
	get_server()->close_client(p_peer_id, p_code, p_reason);
}

void WebSocketServer::set_bind_ip(const String &p_address) {
	ERR_FAIL_COND_MSG(is_listening(), "bind_ip cannot change while the server listens; stop() it first.");
	IPAddress address;
	ERR_FAIL_COND_MSG(!IPAddress::parse(p_address, address), "bind_ip: \"" + p_address + "\" is not an IP address; \"*\" listens on all of them.");
	bind_ip = p_address;
}

void WebSocketServer::client_opened(int32_t p_id) {
	if (gd_mp_api) {
		WebSocketMultiplayerPeer::client_opened(p_id);
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
	emit_signal(SNAME("client_close_request"), int64_t(p_id), int64_t(p_code), p_reason);
}

void WebSocketServer::client_closed(int32_t p_id, bool p_was_clean) {
	emit_signal(SNAME("client_disconnected"), int64_t(p_id), p_was_clean);
	if (gd_mp_api && get_server()) {
		WebSocketMultiplayerPeer::client_closed(p_id, p_was_clean);
	}
}

void WebSocketServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("listen", "port", "protocols", "gd_mp_api"), &WebSocketServer::listen, DEFVAL(Vector<String>()), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("stop"), &WebSocketServer::stop);
	ClassDB::bind_method(D_METHOD("is_listening"), &WebSocketServer::is_listening);
	ClassDB::bind_method(D_METHOD("get_local_port"), &WebSocketServer::get_local_port);
	ClassDB::bind_method(D_METHOD("has_peer", "id"), &WebSocketServer::has_peer);
	ClassDB::bind_method(D_METHOD("disconnect_peer", "id", "code", "reason"), &WebSocketServer::disconnect_peer_with_code, DEFVAL(1000), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("set_extra_headers", "headers"), &WebSocketServer::set_extra_headers, DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("set_bind_ip", "address"), &WebSocketServer::set_bind_ip);
	ClassDB::bind_method(D_METHOD("get_bind_ip"), &WebSocketServer::get_bind_ip);

	ClassDB::bind_method(D_METHOD("set_allowed_origins", "origins"), &WebSocketServer::set_allowed_origins);
	ClassDB::bind_method(D_METHOD("get_allowed_origins"), &WebSocketServer::get_allowed_origins);

	ADD_PROPERTY(PropertyInfo(Variant::STRING, "bind_ip"), "set_bind_ip", "get_bind_ip");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "allowed_origins"), "set_allowed_origins", "get_allowed_origins");

	ADD_SIGNAL(MethodInfo("client_connected", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::STRING, "protocol")));
	ADD_SIGNAL(MethodInfo("client_disconnected", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::BOOL, "was_clean")));
	ADD_SIGNAL(MethodInfo("client_close_request", PropertyInfo(Variant::INT, "id"), PropertyInfo(Variant::INT, "code"), PropertyInfo(Variant::STRING, "reason")));
	ADD_SIGNAL(MethodInfo("handshake_requested", PropertyInfo(Variant::OBJECT, "request", PROPERTY_HINT_RESOURCE_TYPE, "WebSocketRequest")));
	ADD_SIGNAL(MethodInfo("data_received", PropertyInfo(Variant::INT, "id")));
}
