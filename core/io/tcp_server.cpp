// TCPServer: listening, with messages that say how to mend what went wrong.
#include "core/io/tcp_server.h"

#include "core/object/class_db.h"

static String text_of_endpoint(int p_port, const String &p_address) {
	return (p_address.contains(":") ? "[" + p_address + "]" : p_address) + ":" + itos(p_port);
}

static String text_of_failure(Error p_error, int p_port, const String &p_address) {
	const String endpoint = text_of_endpoint(p_port, p_address);
	switch (p_error) {
		case ERR_ALREADY_IN_USE:
			return "Cannot listen on " + endpoint + ": the port is already in use. Stop the other program (on Linux `ss -ltnp` names it) or choose another port; 0 lets the system choose.";
		case ERR_UNAUTHORIZED:
			return "Cannot listen on " + endpoint + ": ports below 1024 need special rights. Choose a higher port, or put a proxy in front.";
		case ERR_INVALID_PARAMETER:
			return "Cannot listen on " + endpoint + ": the address does not belong to this machine. Use \"*\" for all its addresses.";
		default:
			return "Cannot listen on " + endpoint + ": " + NetSocket::get_last_error_text() + ".";
	}
}

Error TCPServer::open_listening_socket(NetSocket &r_socket, int p_port, const String &p_bind_address, NetSocket::MainLoopWake p_wake) {
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " does not exist: ports go from 1 to 65535, and 0 lets the system choose.");
	IPAddress address;
	ERR_FAIL_COND_V_MSG(!IPAddress::parse(p_bind_address, address), ERR_INVALID_PARAMETER, "\"" + p_bind_address + "\" is no IP address to listen on: pass one of this machine's, or \"*\" for all.");
	NetSocket::Family family = NetSocket::FAMILY_DUAL;
	if (!address.is_wildcard()) {
		family = address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
	}
	Error error = r_socket.open(NetSocket::TYPE_TCP, family, p_wake);
	ERR_FAIL_COND_V_MSG(error == ERR_UNAUTHORIZED, error, "Cannot listen on " + text_of_endpoint(p_port, p_bind_address) + ". " + NetSocket::FORBIDDEN_TEXT);
	if (error == OK) {
		r_socket.set_reuse_address(true);
		error = r_socket.bind(address, uint16_t(p_port));
	}
	if (error == OK) {
		error = r_socket.listen();
	}
	if (error != OK) {
		const String message = text_of_failure(error, p_port, p_bind_address);
		r_socket.close();
		ERR_FAIL_V_MSG(error, message);
	}
	return OK;
}

Error TCPServer::listen(int p_port, const String &p_bind_address) {
	ERR_FAIL_COND_V_MSG(socket.is_open(), ERR_ALREADY_IN_USE, "This server is listening already: call stop() first.");
	return open_listening_socket(socket, p_port, p_bind_address);
}

int TCPServer::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	socket.get_local_address(address, port);
	return port;
}

Ref<StreamPeerTCP> TCPServer::take_connection() {
	static constexpr int MAX_LOST_CLIENTS = 16; // Clients that gave up while they waited are skipped, but not without end.
	if (!socket.is_open()) {
		return Ref<StreamPeerTCP>();
	}
	NetSocket taken;
	IPAddress address;
	uint16_t port = 0;
	Error error = ERR_SKIP;
	for (int i = 0; i < MAX_LOST_CLIENTS && error == ERR_SKIP; i++) {
		error = socket.accept(taken, address, port);
	}
	if (error == ERR_OUT_OF_MEMORY) {
		WARN_PRINT_ONCE("No connection can be accepted: all file descriptors of this process or system are in use. Raise the limit (`ulimit -n`) or close connections.");
	}
	if (error != OK) {
		return Ref<StreamPeerTCP>();
	}
	Ref<StreamPeerTCP> connection;
	connection.instantiate();
	connection->accept_socket(static_cast<NetSocket &&>(taken), address, port);
	return connection;
}

void TCPServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("listen", "port", "bind_address"), &TCPServer::listen, DEFVAL("*"));
	ClassDB::bind_method(D_METHOD("get_local_port"), &TCPServer::get_local_port);
	ClassDB::bind_method(D_METHOD("take_connection"), &TCPServer::take_connection);
}
