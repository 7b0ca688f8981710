// UDSServer: listening by path.
#include "core/io/uds_server.h"

#include "core/io/file_system.h"
#include "core/io/path_mapping.h"
#include "core/object/class_db.h"

static String text_of_failure(Error p_error, const String &p_path) {
	switch (p_error) {
		case ERR_ALREADY_IN_USE:
			return "Cannot listen on \"" + p_path + "\": something of that name is there. Another server uses it, or one ended without removing it; then delete the file.";
		case ERR_INVALID_PARAMETER:
			return "Cannot listen on \"" + p_path + "\": the path must have between 1 and 107 bytes. Use a shorter one, e.g. below /run or /tmp.";
		case ERR_UNAUTHORIZED:
			return "Cannot listen on \"" + p_path + "\": this user may not write to that folder.";
		default:
			return "Cannot listen on \"" + p_path + "\": " + NetSocket::get_last_error_text() + ".";
	}
}

Error UDSServer::listen(const String &p_path) {
	ERR_FAIL_COND_V_MSG(socket.is_open(), ERR_ALREADY_IN_USE, "This server is listening already: call stop() first.");
	const String system_path = map_to_system_path(p_path);
	Error error = socket.open(NetSocket::TYPE_UNIX, NetSocket::FAMILY_IPV4);
	if (error == OK) {
		error = socket.bind_to_path(system_path);
	}
	if (error == OK) {
		error = socket.listen();
	}
	if (error != OK) {
		const String message = text_of_failure(error, p_path);
		socket.close();
		ERR_FAIL_V_MSG(error, message);
	}
	path = system_path;
	return OK;
}

void UDSServer::stop() {
	SocketServer::stop();
	if (!path.is_empty()) {
		FileSystem::remove(path);
		path = String();
	}
}

Ref<StreamPeerUDS> UDSServer::take_connection() {
	NetSocket taken;
	IPAddress unused_address;
	uint16_t unused_port = 0;
	if (!socket.is_open() || socket.accept(taken, unused_address, unused_port) != OK) {
		return Ref<StreamPeerUDS>();
	}
	Ref<StreamPeerUDS> connection;
	connection.instantiate();
	connection->accept_socket(static_cast<NetSocket &&>(taken), path);
	return connection;
}

UDSServer::~UDSServer() {
	stop();
}

void UDSServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("listen", "path"), &UDSServer::listen);
	ClassDB::bind_method(D_METHOD("take_connection"), &UDSServer::take_connection);
}
