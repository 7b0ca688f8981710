// SocketServer: the part that every listening socket has.
#include "core/io/socket_server.h"

#include "core/object/class_db.h"

bool SocketServer::is_connection_available() const {
	return socket.is_open() && socket.has_waiting_connection();
}

void SocketServer::stop() {
	socket.close();
}

void SocketServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("is_connection_available"), &SocketServer::is_connection_available);
	ClassDB::bind_method(D_METHOD("is_listening"), &SocketServer::is_listening);
	ClassDB::bind_method(D_METHOD("stop"), &SocketServer::stop);
	ClassDB::bind_method(D_METHOD("take_socket_connection"), &SocketServer::take_socket_connection);
}
