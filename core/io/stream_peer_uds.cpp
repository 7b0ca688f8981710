// StreamPeerUDS: connecting by path.
#include "core/io/stream_peer_uds.h"

#include "core/io/path_mapping.h"
#include "core/object/class_db.h"

Error StreamPeerUDS::bind(const String &p_path) {
	ERR_FAIL_COND_V_MSG(socket.is_open(), ERR_ALREADY_IN_USE, "This StreamPeerUDS is bound or connected already: call disconnect_from_host() first.");
	Error error = socket.open(NetSocket::TYPE_UNIX, NetSocket::FAMILY_IPV4);
	if (error == OK) {
		error = socket.bind_to_path(map_to_system_path(p_path));
	}
	if (error != OK) {
		socket.close();
	}
	return error;
}

Error StreamPeerUDS::connect_to_host(const String &p_path) {
	ERR_FAIL_COND_V_MSG(status == STATUS_CONNECTED || status == STATUS_CONNECTING, ERR_ALREADY_IN_USE, "This StreamPeerUDS is connected already: call disconnect_from_host() first.");
	ERR_FAIL_COND_V_MSG(p_path.is_empty(), ERR_INVALID_PARAMETER, "The path is empty: pass the one that the server listens on.");
	Error error = socket.is_open() ? OK : socket.open(NetSocket::TYPE_UNIX, NetSocket::FAMILY_IPV4);
	if (error == OK) {
		error = socket.connect_to_path(map_to_system_path(p_path));
	}
	if (error != OK && error != ERR_BUSY) {
		socket.close();
		status = STATUS_ERROR;
		return error;
	}
	peer_path = p_path;
	status = error == OK ? STATUS_CONNECTED : STATUS_CONNECTING;
	return OK;
}

void StreamPeerUDS::_poll_connecting() {
	const Error verdict = socket.finish_connect();
	if (verdict == OK) {
		status = STATUS_CONNECTED;
	} else if (verdict != ERR_BUSY) {
		disconnect_from_host();
		status = STATUS_ERROR;
	}
}

void StreamPeerUDS::accept_socket(NetSocket &&p_socket, const String &p_path) {
	disconnect_from_host();
	socket = static_cast<NetSocket &&>(p_socket);
	peer_path = p_path;
	status = STATUS_CONNECTED;
}

void StreamPeerUDS::disconnect_from_host() {
	StreamPeerSocket::disconnect_from_host();
	peer_path = String();
}

StreamPeerUDS::~StreamPeerUDS() {
	disconnect_from_host();
}

void StreamPeerUDS::_bind_methods() {
	ClassDB::bind_method(D_METHOD("bind", "path"), &StreamPeerUDS::bind);
	ClassDB::bind_method(D_METHOD("connect_to_host", "path"), &StreamPeerUDS::connect_to_host);
	ClassDB::bind_method(D_METHOD("get_connected_path"), &StreamPeerUDS::get_connected_path);
}
