// StreamPeerSocket: bindings of the common part.
#include "core/io/stream_peer_socket.h"

#include "core/object/class_db.h"

void StreamPeerSocket::_bind_methods() {
	ClassDB::bind_method(D_METHOD("poll"), &StreamPeerSocket::poll);
	ClassDB::bind_method(D_METHOD("get_status"), &StreamPeerSocket::get_status);
	ClassDB::bind_method(D_METHOD("disconnect_from_host"), &StreamPeerSocket::disconnect_from_host);

	BIND_ENUM_CONSTANT(STATUS_NONE);
	BIND_ENUM_CONSTANT(STATUS_CONNECTING);
	BIND_ENUM_CONSTANT(STATUS_CONNECTED);
	BIND_ENUM_CONSTANT(STATUS_ERROR);
}
