// WebSocketRequest: a client's opening handshake that waits for a script to accept or to reject it.
#pragma once

#include "core/object/ref_counted.h"
#include "core/os/thread.h"
#include "core/variant/variant.h"
#include "modules/websocket/ws_request_info.h"

// Made by WebSocketServer for its signal handshake_requested. One that is dropped without an answer rejects the client.
class WebSocketRequest : public RefCounted {
	GDCLASS(WebSocketRequest, RefCounted);

public:
	int get_peer_id() const { return id; } // The client's id if it is accepted.
	String get_target() const { return info.target; }
	String get_path() const; // Without query, decoded.
	String get_query() const; // Behind the question mark, as it came.
	Dictionary get_query_parameters() const; // Decoded; of several values for one name the last.
	String get_header(const String &p_name) const; // Several of the same name are joined with ", ".
	Vector<String> get_headers() const { return info.headers; }
	Dictionary get_cookies() const;
	String get_host() const { return info.host; }
	String get_origin() const { return info.origin; }
	Vector<String> get_protocols() const { return info.protocols; }
	String get_address() const { return info.address; }
	int get_port() const { return info.port; }
	bool is_secure() const { return info.is_secure; }

	// The next three on the thread that polls the server alone; elsewhere they say so. A request that is dropped on another one is refused when
	// its time runs out.
	bool is_pending() const; // No answer was given and the client still waits for one.
	// ERR_DOES_NOT_EXIST: the client or its server has gone, or its time ran out. ERR_ALREADY_IN_USE: an answer was given before.
	// ERR_INVALID_PARAMETER: the client does not offer p_protocol, or a header is none.
	Error accept(const String &p_protocol = String(), const Vector<String> &p_headers = Vector<String>());
	Error reject(int p_status = 403, const Vector<String> &p_headers = Vector<String>(), const String &p_body = String());

	void start(ObjectID p_server, int p_id, const WSRequestInfo &p_info); // For the server that makes it.

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	bool is_on_own_thread() const { return Thread::get_caller_id() == thread; }

	WSRequestInfo info;
	ObjectID server;
	int id = 0;
	bool is_answered = false;
	Thread::ID thread = Thread::UNASSIGNED_ID; // The one that polls the server: the only one that may answer.
};
