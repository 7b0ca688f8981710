// StreamPeerTCP: connecting, and the stream over the socket.
#include "core/io/stream_peer_tcp.h"

#include "core/config/project_settings.h"
#include "core/io/tcp_connector.h"
#include "core/object/class_db.h"
#include "core/os/os.h"

static NetSocket::Family family_of(const IPAddress &p_address) {
	return p_address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
}

static bool is_port(int p_port) {
	return p_port > 0 && p_port < 65536;
}

Error StreamPeerTCP::bind(int p_port, const String &p_host) {
	ERR_FAIL_COND_V_MSG(socket.is_open(), ERR_ALREADY_IN_USE, "This StreamPeerTCP is bound or connected already: call disconnect_from_host() first.");
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "The local port " + itos(p_port) + " must lie between 0 (let the system choose) and 65535.");
	IPAddress address;
	ERR_FAIL_COND_V_MSG(!IPAddress::parse(p_host, address), ERR_INVALID_PARAMETER, "\"" + p_host + "\" is no IP address: pass one of this machine's, or \"*\".");
	Error error = socket.open(NetSocket::TYPE_TCP, address.is_wildcard() ? NetSocket::FAMILY_DUAL : family_of(address));
	if (error == OK) {
		error = socket.bind(address, uint16_t(p_port));
	}
	if (error != OK) {
		socket.close();
		return error;
	}
	bound = true;
	return OK;
}

Error StreamPeerTCP::connect_to_host(const String &p_host, int p_port) {
	ERR_FAIL_COND_V_MSG(p_host.is_empty(), ERR_INVALID_PARAMETER, "The host is empty: pass an address or a name.");
	IPAddress address;
	IPAddress::parse(p_host, address);
	return _start(p_host, address, p_port);
}

Error StreamPeerTCP::connect_to_address(const IPAddress &p_address, int p_port) {
	ERR_FAIL_COND_V_MSG(!p_address.is_valid(), ERR_INVALID_PARAMETER, "This is no address that one can connect to.");
	return _start(p_address, p_address, p_port);
}

Error StreamPeerTCP::_start(const String &p_host, const IPAddress &p_address, int p_port) {
	ERR_FAIL_COND_V_MSG(status == STATUS_CONNECTED || status == STATUS_CONNECTING, ERR_ALREADY_IN_USE, "This StreamPeerTCP is connected already: call disconnect_from_host() first.");
	ERR_FAIL_COND_V_MSG(!is_port(p_port), ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535.");
	ERR_FAIL_COND_V_MSG(bound && !p_address.is_valid(), ERR_INVALID_PARAMETER, "This StreamPeerTCP is bound to a local address, so it connects to an address and not to a name: resolve it with IP first.");
	const int seconds = ProjectSettings::get_singleton()->get_setting("network/limits/tcp/connect_timeout_seconds", 30);
	const int64_t now = int64_t(OS::get_singleton()->get_ticks_msec());
	connector = memnew(TCPConnector);
	peer_port = uint16_t(p_port);
	connection_error = OK;
	connection_error_text = String();
	if (bound) {
		connector->start_bound(static_cast<NetSocket &&>(socket), p_address, peer_port, now, int64_t(seconds) * 1000);
	} else {
		connector->start(p_host, peer_port, now, int64_t(seconds) * 1000);
	}
	const Error result = _follow_connector();
	if (result == ERR_CANT_RESOLVE) {
		status = STATUS_NONE; // Nothing was begun.
	}
	return result;
}

// Takes over what has become of the attempt.
Error StreamPeerTCP::_follow_connector() {
	peer_address = connector->get_address();
	switch (connector->get_status()) {
		case TCPConnector::CONNECTED:
			socket = connector->take_socket();
			status = STATUS_CONNECTED;
			break;
		case TCPConnector::FAILED:
			connection_error = connector->get_error();
			connection_error_text = connector->get_error_text();
			bound = false;
			status = STATUS_ERROR;
			break;
		default:
			status = STATUS_CONNECTING;
			return OK;
	}
	memdelete(connector);
	connector = nullptr;
	return connection_error;
}

void StreamPeerTCP::_poll_connecting() {
	connector->poll(int64_t(OS::get_singleton()->get_ticks_msec()));
	_follow_connector();
}

void StreamPeerTCP::_wait_connecting() {
	connector->wait();
}

void StreamPeerTCP::accept_socket(NetSocket &&p_socket, const IPAddress &p_address, uint16_t p_port) {
	disconnect_from_host();
	socket = static_cast<NetSocket &&>(p_socket);
	peer_address = p_address;
	peer_port = p_port;
	status = STATUS_CONNECTED;
}

void StreamPeerTCP::disconnect_from_host() {
	StreamPeerSocket::disconnect_from_host();
	memdelete_notnull(connector);
	connector = nullptr;
	peer_address = IPAddress();
	peer_port = 0;
	bound = false;
}

int StreamPeerTCP::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	const NetSocket *used = connector ? connector->get_socket() : &socket;
	if (used) {
		used->get_local_address(address, port);
	}
	return port;
}

bool StreamPeerTCP::is_resolving() const {
	return connector && connector->get_status() == TCPConnector::RESOLVING;
}

void StreamPeerTCP::set_no_delay(bool p_enabled) {
	ERR_FAIL_COND_MSG(!socket.is_open(), "Connect first: the option belongs to a connection.");
	socket.set_no_delay(p_enabled);
}

StreamPeerTCP::~StreamPeerTCP() {
	disconnect_from_host();
}

void StreamPeerTCP::_bind_methods() {
	ClassDB::bind_method(D_METHOD("bind", "port", "host"), &StreamPeerTCP::bind, DEFVAL("*"));
	ClassDB::bind_method(D_METHOD("connect_to_host", "host", "port"), &StreamPeerTCP::connect_to_host);
	ClassDB::bind_method(D_METHOD("get_connected_host"), &StreamPeerTCP::_get_connected_host);
	ClassDB::bind_method(D_METHOD("get_connected_port"), &StreamPeerTCP::get_connected_port);
	ClassDB::bind_method(D_METHOD("get_local_port"), &StreamPeerTCP::get_local_port);
	ClassDB::bind_method(D_METHOD("get_connection_error"), &StreamPeerTCP::get_connection_error);
	ClassDB::bind_method(D_METHOD("get_connection_error_message"), &StreamPeerTCP::get_connection_error_message);
	ClassDB::bind_method(D_METHOD("set_no_delay", "enabled"), &StreamPeerTCP::set_no_delay);
}
