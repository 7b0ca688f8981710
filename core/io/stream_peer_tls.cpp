// StreamPeerTLS: creation and bindings; the work is done by a TLS library's module.
#include "core/io/stream_peer_tls.h"

#include "core/io/network_turn.h"
#include "core/object/class_db.h"

StreamPeerTLS *(*StreamPeerTLS::_create)() = nullptr;

StreamPeerTLS *StreamPeerTLS::create(bool p_complain) {
	if (_create) {
		return _create();
	}
	ERR_FAIL_COND_V_MSG(p_complain, nullptr, "TLS is not available in this build: use ws:// or http:// instead, or put a proxy that speaks TLS in front.");
	return nullptr;
}

// What scripts call. A handshake that was put off goes on in the next frame, which nothing else might cause.
void StreamPeerTLS::_poll() {
	poll();
	if (wants_poll()) {
		NetworkTurn::announce();
	}
}

void StreamPeerTLS::_bind_methods() {
	ClassDB::bind_method(D_METHOD("poll"), &StreamPeerTLS::_poll);
	ClassDB::bind_method(D_METHOD("accept_stream", "stream", "server_options"), &StreamPeerTLS::accept_stream);
	ClassDB::bind_method(D_METHOD("connect_to_stream", "stream", "common_name", "client_options"), &StreamPeerTLS::connect_to_stream, DEFVAL(Ref<TLSOptions>()));
	ClassDB::bind_method(D_METHOD("get_status"), &StreamPeerTLS::get_status);
	ClassDB::bind_method(D_METHOD("get_stream"), &StreamPeerTLS::get_stream);
	ClassDB::bind_method(D_METHOD("disconnect_from_stream"), &StreamPeerTLS::disconnect_from_stream);
	ClassDB::bind_method(D_METHOD("get_failure"), &StreamPeerTLS::get_failure);
	ClassDB::bind_method(D_METHOD("get_failure_text"), &StreamPeerTLS::get_failure_text);
	ClassDB::bind_method(D_METHOD("get_alpn_protocol"), &StreamPeerTLS::get_alpn_protocol);
	ClassDB::bind_method(D_METHOD("get_protocol_version"), &StreamPeerTLS::get_protocol_version);
	ClassDB::bind_method(D_METHOD("get_cipher_suite"), &StreamPeerTLS::get_cipher_suite);
	ClassDB::bind_method(D_METHOD("is_session_resumed"), &StreamPeerTLS::is_session_resumed);

	BIND_ENUM_CONSTANT(STATUS_DISCONNECTED);
	BIND_ENUM_CONSTANT(STATUS_HANDSHAKING);
	BIND_ENUM_CONSTANT(STATUS_CONNECTED);
	BIND_ENUM_CONSTANT(STATUS_ERROR);
	BIND_ENUM_CONSTANT(STATUS_ERROR_HOSTNAME_MISMATCH);

	BIND_ENUM_CONSTANT(FAILURE_NONE);
	BIND_ENUM_CONSTANT(FAILURE_PROTOCOL);
	BIND_ENUM_CONSTANT(FAILURE_REFUSED);
	BIND_ENUM_CONSTANT(FAILURE_CONNECTION_LOST);
	BIND_ENUM_CONSTANT(FAILURE_CERTIFICATE_EXPIRED);
	BIND_ENUM_CONSTANT(FAILURE_CERTIFICATE_NOT_YET_VALID);
	BIND_ENUM_CONSTANT(FAILURE_HOSTNAME_MISMATCH);
	BIND_ENUM_CONSTANT(FAILURE_UNKNOWN_AUTHORITY);
	BIND_ENUM_CONSTANT(FAILURE_SELF_SIGNED);
	BIND_ENUM_CONSTANT(FAILURE_WEAK_CERTIFICATE);
	BIND_ENUM_CONSTANT(FAILURE_BAD_CERTIFICATE);
	BIND_ENUM_CONSTANT(FAILURE_CONFIGURATION);
}
