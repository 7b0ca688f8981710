// StreamPeerTCP: connecting, and the stream over the socket.
#include "core/io/stream_peer_tcp.h"

#include "core/config/project_settings.h"
#include "core/io/ip.h"
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
	ERR_FAIL_COND_V_MSG(status == STATUS_CONNECTED || status == STATUS_CONNECTING, ERR_ALREADY_IN_USE, "This StreamPeerTCP is connected already: call disconnect_from_host() first.");
	ERR_FAIL_COND_V_MSG(!is_port(p_port), ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535.");
	ERR_FAIL_COND_V_MSG(p_host.is_empty(), ERR_INVALID_PARAMETER, "The host is empty: pass an address or a name.");
	IPAddress address;
	if (IPAddress::parse(p_host, address)) {
		return connect_to_address(address, p_port);
	}
	LocalVector<IPAddress> addresses = IP::get_singleton()->resolve_hostname_addresses(p_host);
	if (addresses.is_empty()) {
		return ERR_CANT_RESOLVE;
	}
	untried.clear();
	for (uint32_t i = addresses.size(); i > 0; i--) {
		untried.push_back(addresses[i - 1]);
	}
	peer_port = uint16_t(p_port);
	return _start_connecting();
}

Error StreamPeerTCP::connect_to_address(const IPAddress &p_address, int p_port) {
	ERR_FAIL_COND_V_MSG(status == STATUS_CONNECTED || status == STATUS_CONNECTING, ERR_ALREADY_IN_USE, "This StreamPeerTCP is connected already: call disconnect_from_host() first.");
	ERR_FAIL_COND_V_MSG(!is_port(p_port), ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535.");
	ERR_FAIL_COND_V_MSG(!p_address.is_valid(), ERR_INVALID_PARAMETER, "This is no address that one can connect to.");
	untried.clear();
	untried.push_back(p_address);
	peer_port = uint16_t(p_port);
	return _start_connecting();
}

// Begins with the next untried address that does not fail at once; STATUS_ERROR when none is left.
Error StreamPeerTCP::_start_connecting() {
	Error error = ERR_CANT_CONNECT;
	while (!untried.is_empty()) {
		peer_address = untried[untried.size() - 1];
		untried.resize(untried.size() - 1);
		error = OK;
		if (!bound) {
			error = socket.open(NetSocket::TYPE_TCP, family_of(peer_address));
		}
		if (error == OK) {
			error = socket.connect_to_address(peer_address, peer_port);
		}
		if (error == OK) {
			status = STATUS_CONNECTED;
			return OK;
		}
		if (error == ERR_BUSY) {
			status = STATUS_CONNECTING;
			const int seconds = ProjectSettings::get_singleton()->get_setting("network/limits/tcp/connect_timeout_seconds", 30);
			connect_deadline_msec = int64_t(OS::get_singleton()->get_ticks_msec()) + int64_t(seconds) * 1000;
			return OK;
		}
		if (bound) {
			break; // The local end was chosen for this one attempt.
		}
	}
	socket.close();
	bound = false;
	status = STATUS_ERROR;
	return error;
}

void StreamPeerTCP::_poll_connecting() {
	Error verdict = socket.finish_connect();
	if (verdict == ERR_BUSY && int64_t(OS::get_singleton()->get_ticks_msec()) >= connect_deadline_msec) {
		verdict = ERR_TIMEOUT;
	}
	if (verdict == OK) {
		status = STATUS_CONNECTED;
		untried.reset();
	} else if (verdict != ERR_BUSY) {
		_start_connecting();
	}
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
	untried.reset();
	peer_address = IPAddress();
	peer_port = 0;
	bound = false;
}

int StreamPeerTCP::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	socket.get_local_address(address, port);
	return port;
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
	ClassDB::bind_method(D_METHOD("set_no_delay", "enabled"), &StreamPeerTCP::set_no_delay);
}
