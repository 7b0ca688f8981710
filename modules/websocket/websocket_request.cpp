// The texts of a request taken apart, and the way back to the server.
#include "modules/websocket/websocket_request.h"

#include "core/io/http_codec.h"
#include "core/object/class_db.h"
#include "core/object/object.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/websocket_server.h"

void WebSocketRequest::start(ObjectID p_server, int p_id, const WSRequestInfo &p_info) {
	server = p_server;
	id = p_id;
	info = p_info;
	thread = Thread::get_caller_id();
}

void WebSocketRequest::_notification(int p_what) {
	if (p_what == NOTIFICATION_PREDELETE && is_on_own_thread() && is_pending()) {
		WARN_PRINT_ONCE("handshake_requested: a request was dropped without accept() or reject(), so its client is refused with status 500.");
		reject(500, Vector<String>(), "The server gave no answer to the handshake.\n");
	}
}

String WebSocketRequest::get_path() const {
	const int64_t end = info.target.find("?");
	const String path = end < 0 ? info.target : info.target.left(end);
	return path.replace("+", "%2B").uri_decode(); // A plus is a blank in queries alone.
}

String WebSocketRequest::get_query() const {
	const int64_t end = info.target.find("?");
	return end < 0 ? String() : info.target.substr(end + 1);
}

// Name and value around p_separator; the value is empty without one.
static void _split_pair(const String &p_text, String &r_name, String &r_value) {
	const int64_t at = p_text.find("=");
	r_name = at < 0 ? p_text : p_text.left(at);
	r_value = at < 0 ? String() : p_text.substr(at + 1);
}

Dictionary WebSocketRequest::get_query_parameters() const {
	Dictionary parameters;
	for (const String &part : get_query().split("&", false)) {
		String name;
		String value;
		_split_pair(part, name, value);
		parameters[name.uri_decode()] = value.uri_decode();
	}
	return parameters;
}

String WebSocketRequest::get_header(const String &p_name) const {
	String joined;
	for (const String &line : info.headers) {
		const int64_t at = line.find(":");
		if (line.left(at).nocasecmp_to(p_name) == 0) {
			const String value = line.substr(at + 2);
			joined = joined.is_empty() ? value : joined + ", " + value;
		}
	}
	return joined;
}

// RFC 6265 §4.2.1. The first of a name is the one with the longest path.
Dictionary WebSocketRequest::get_cookies() const {
	Dictionary cookies;
	for (const String &part : get_header("Cookie").replace(", ", "; ").split(";", false)) {
		String name;
		String value;
		_split_pair(part.strip_edges(), name, value);
		if (!name.is_empty() && !cookies.has(name)) {
			cookies[name] = value;
		}
	}
	return cookies;
}

bool WebSocketRequest::is_pending() const {
	ERR_FAIL_COND_V_MSG(!is_on_own_thread(), false, "is_pending(): requests belong to the thread that polls their server.");
	const WebSocketServer *owner = Object::cast_to<WebSocketServer>(ObjectDB::get_instance(server));
	return !is_answered && owner && owner->has_request(id);
}

Error WebSocketRequest::accept(const String &p_protocol, const Vector<String> &p_headers) {
	ERR_FAIL_COND_V_MSG(!is_on_own_thread(), ERR_UNAVAILABLE, "accept(): call it on the thread that polls the server, e.g. by accept.call_deferred().");
	ERR_FAIL_COND_V_MSG(is_answered, ERR_ALREADY_IN_USE, "This request was accepted or rejected before.");
	WebSocketServer *owner = Object::cast_to<WebSocketServer>(ObjectDB::get_instance(server));
	if (!owner || !owner->has_request(id)) {
		return ERR_DOES_NOT_EXIST;
	}
	const Error checked = WebSocketPeer::check_header_lines(p_headers, "accept()");
	if (checked != OK) {
		return checked;
	}
	const Error result = owner->accept_request(id, p_protocol, p_headers);
	ERR_FAIL_COND_V_MSG(result == ERR_INVALID_PARAMETER, result, "accept(): the client does not offer the sub-protocol \"" + p_protocol + "\"; get_protocols() has those that it offers.");
	is_answered = result == OK;
	return result;
}

Error WebSocketRequest::reject(int p_status, const Vector<String> &p_headers, const String &p_body) {
	ERR_FAIL_COND_V_MSG(!is_on_own_thread(), ERR_UNAVAILABLE, "reject(): call it on the thread that polls the server, e.g. by reject.call_deferred().");
	ERR_FAIL_COND_V_MSG(is_answered, ERR_ALREADY_IN_USE, "This request was accepted or rejected before.");
	ERR_FAIL_COND_V_MSG(p_status < 300 || p_status > 599 || p_status == 304, ERR_INVALID_PARAMETER, "reject(): status " + itos(p_status) + " refuses nothing; use 300 to 599, e.g. 401 or 403.");
	WebSocketServer *owner = Object::cast_to<WebSocketServer>(ObjectDB::get_instance(server));
	if (!owner || !owner->has_request(id)) {
		return ERR_DOES_NOT_EXIST;
	}
	const Error checked = WebSocketPeer::check_header_lines(p_headers, "reject()");
	if (checked != OK) {
		return checked;
	}
	is_answered = true;
	owner->refuse_request(id, p_status, p_headers, p_body);
	return OK;
}

void WebSocketRequest::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_peer_id"), &WebSocketRequest::get_peer_id);
	ClassDB::bind_method(D_METHOD("get_target"), &WebSocketRequest::get_target);
	ClassDB::bind_method(D_METHOD("get_path"), &WebSocketRequest::get_path);
	ClassDB::bind_method(D_METHOD("get_query"), &WebSocketRequest::get_query);
	ClassDB::bind_method(D_METHOD("get_query_parameters"), &WebSocketRequest::get_query_parameters);
	ClassDB::bind_method(D_METHOD("get_header", "name"), &WebSocketRequest::get_header);
	ClassDB::bind_method(D_METHOD("get_headers"), &WebSocketRequest::get_headers);
	ClassDB::bind_method(D_METHOD("get_cookies"), &WebSocketRequest::get_cookies);
	ClassDB::bind_method(D_METHOD("get_host"), &WebSocketRequest::get_host);
	ClassDB::bind_method(D_METHOD("get_origin"), &WebSocketRequest::get_origin);
	ClassDB::bind_method(D_METHOD("get_protocols"), &WebSocketRequest::get_protocols);
	ClassDB::bind_method(D_METHOD("get_address"), &WebSocketRequest::get_address);
	ClassDB::bind_method(D_METHOD("get_port"), &WebSocketRequest::get_port);
	ClassDB::bind_method(D_METHOD("is_secure"), &WebSocketRequest::is_secure);
	ClassDB::bind_method(D_METHOD("is_pending"), &WebSocketRequest::is_pending);
	ClassDB::bind_method(D_METHOD("accept", "protocol", "headers"), &WebSocketRequest::accept, DEFVAL(""), DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("reject", "status", "headers", "body"), &WebSocketRequest::reject, DEFVAL(403), DEFVAL(Vector<String>()), DEFVAL(""));
}
