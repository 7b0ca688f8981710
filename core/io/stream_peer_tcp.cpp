// StreamPeerTCP: connecting, and the stream over the socket.
#include "core/io/stream_peer_tcp.h"

#include "core/config/project_settings.h"
#include "core/io/ip.h"
#include "core/io/socket_poller.h"
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

NetSocket StreamPeerTCP::release_socket() {
	NetSocket released = static_cast<NetSocket &&>(socket);
	disconnect_from_host();
	return released;
}

Error StreamPeerTCP::poll() {
	if (status == STATUS_CONNECTING) {
		_poll_connecting();
		return status == STATUS_ERROR ? ERR_CONNECTION_ERROR : OK;
	}
	if (status == STATUS_CONNECTED) {
		uint8_t unused;
		int count = 0;
		const Error verdict = socket.peek(&unused, 1, count);
		if (verdict == ERR_FILE_EOF || verdict == ERR_CONNECTION_ERROR) {
			disconnect_from_host();
		}
	}
	return OK;
}

void StreamPeerTCP::disconnect_from_host() {
	socket.close();
	untried.reset();
	peer_address = IPAddress();
	peer_port = 0;
	bound = false;
	status = STATUS_NONE;
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

// OK, ERR_BUSY while connecting, FAILED when there is no connection.
Error StreamPeerTCP::_check_connected() {
	if (status == STATUS_CONNECTING) {
		_poll_connecting();
	}
	if (status == STATUS_CONNECTED) {
		return OK;
	}
	return status == STATUS_CONNECTING ? ERR_BUSY : FAILED;
}

Error StreamPeerTCP::put_data(const uint8_t *p_data, int p_bytes) {
	for (int done = 0; done < p_bytes;) {
		int sent = 0;
		const Error error = put_partial_data(p_data + done, p_bytes - done, sent);
		if (error != OK) {
			return error;
		}
		done += sent;
		if (done < p_bytes) {
			const int64_t patience = status == STATUS_CONNECTING ? 100000 : -1; // While connecting the deadline must be looked at.
			socket.wait(SocketPoller::EVENT_WRITABLE, patience);
		}
	}
	return OK;
}

Error StreamPeerTCP::put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) {
	r_sent = 0;
	const Error state = _check_connected();
	if (state != OK) {
		return state == ERR_BUSY ? OK : state;
	}
	const Error error = socket.send(p_data, p_bytes, r_sent);
	if (error == ERR_CONNECTION_ERROR) {
		disconnect_from_host();
		return FAILED;
	}
	return error == ERR_BUSY ? OK : error;
}

Error StreamPeerTCP::put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	const Error state = _check_connected();
	if (state != OK) {
		return state == ERR_BUSY ? OK : state;
	}
	const Error error = socket.send_chunks(p_chunks, p_count, r_sent);
	if (error == ERR_CONNECTION_ERROR) {
		disconnect_from_host();
		return FAILED;
	}
	return error == ERR_BUSY ? OK : error;
}

Error StreamPeerTCP::get_data(uint8_t *p_into, int p_bytes) {
	int received;
	return get_data_counted(p_into, p_bytes, received);
}

Error StreamPeerTCP::get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	while (r_received < p_bytes) {
		int count = 0;
		const Error error = get_partial_data(p_into + r_received, p_bytes - r_received, count);
		if (error != OK) {
			return error;
		}
		r_received += count;
		if (count == 0) {
			const bool connecting = status == STATUS_CONNECTING;
			socket.wait(connecting ? SocketPoller::EVENT_WRITABLE : SocketPoller::EVENT_READABLE, connecting ? 100000 : -1);
		}
	}
	return OK;
}

Error StreamPeerTCP::get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	const Error state = _check_connected();
	if (state != OK) {
		return state == ERR_BUSY ? OK : state;
	}
	if (p_bytes <= 0) {
		return OK;
	}
	const Error error = socket.recv(p_into, p_bytes, r_received);
	if (error == ERR_FILE_EOF || error == ERR_CONNECTION_ERROR) {
		disconnect_from_host();
		return error == ERR_FILE_EOF ? ERR_FILE_EOF : FAILED;
	}
	return error == ERR_BUSY ? OK : error;
}

int StreamPeerTCP::get_available_bytes() const {
	return socket.get_available_bytes();
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
