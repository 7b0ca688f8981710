// PacketPeerUDP: opening, and moving datagrams.
#include "core/io/packet_peer_udp.h"

#include "core/io/ip.h"
#include "core/io/socket_poller.h"
#include "core/io/udp_batch.h"
#include "core/io/udp_server.h"
#include "core/object/class_db.h"
#include "core/os/script_interrupt.h"

static NetSocket::Family family_of(const IPAddress &p_address) {
	return p_address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
}

Error PacketPeerUDP::_open(NetSocket::Family p_family) {
	const Error error = socket.open(NetSocket::TYPE_UDP, p_family);
	ERR_FAIL_COND_V_MSG(error == ERR_UNAUTHORIZED, error, NetSocket::FORBIDDEN_TEXT);
	if (error == OK) {
		socket.set_broadcast(broadcast);
	}
	return error;
}

Error PacketPeerUDP::bind(int p_port, const String &p_bind_address, int p_buffer_size) {
	ERR_FAIL_COND_V_MSG(socket.is_open() || server, ERR_ALREADY_IN_USE, "This PacketPeerUDP is open already: call close() first.");
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "The local port " + itos(p_port) + " must lie between 0 (let the system choose) and 65535.");
	IPAddress address;
	ERR_FAIL_COND_V_MSG(!IPAddress::parse(p_bind_address, address), ERR_INVALID_PARAMETER, "\"" + p_bind_address + "\" is no IP address: pass one of this machine's, or \"*\" for all.");
	Error error = _open(address.is_wildcard() ? NetSocket::FAMILY_DUAL : family_of(address));
	if (error == OK) {
		error = socket.bind(address, uint16_t(p_port));
	}
	if (error != OK) {
		socket.close();
		return ERR_UNAVAILABLE;
	}
	buffer_size = MAX(p_buffer_size, 1);
	return OK;
}

Error PacketPeerUDP::connect_to_host(const String &p_host, int p_port) {
	ERR_FAIL_COND_V_MSG(server, ERR_LOCKED, "This PacketPeerUDP belongs to a UDPServer and keeps its other side: use a new one.");
	ERR_FAIL_COND_V_MSG(p_port < 1 || p_port > 65535, ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535.");
	const IPAddress address = IP::get_singleton()->resolve_hostname(p_host);
	ERR_FAIL_COND_V_MSG(!address.is_valid(), ERR_INVALID_PARAMETER, "\"" + p_host + "\" is neither an IP address nor a name that resolves to one.");
	Error error = socket.is_open() ? OK : _open(family_of(address));
	if (error == OK) {
		outbox.flush();
		error = socket.connect_datagrams(address, uint16_t(p_port));
	}
	if (error != OK) {
		close();
		return FAILED;
	}
	connected = true;
	peer_address = address;
	peer_port = uint16_t(p_port);
	queue.reset(); // What came before may be from anybody.
	return OK;
}

Error PacketPeerUDP::set_dest_address(const String &p_host, int p_port) {
	ERR_FAIL_COND_V_MSG(connected, OK, "A connected PacketPeerUDP sends to its other side only: close() it first.");
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535.");
	const IPAddress address = IP::get_singleton()->resolve_hostname(p_host);
	if (!address.is_valid()) {
		return ERR_CANT_RESOLVE;
	}
	peer_address = address;
	peer_port = uint16_t(p_port);
	return OK;
}

void PacketPeerUDP::close() {
	if (server) {
		server->_forget(this);
		server = nullptr;
	}
	outbox.flush();
	socket.close();
	queue.reset();
	connected = false;
	buffer_size = DEFAULT_BUFFER_SIZE;
}

bool PacketPeerUDP::is_bound() const {
	return socket.is_open() || server;
}

int PacketPeerUDP::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	(server ? server->socket : socket).get_local_address(address, port);
	return port;
}

Error PacketPeerUDP::wait() {
	static constexpr int64_t GLANCE_USEC = 100000; // How long to sleep before it is asked whether the program ends.
	ERR_FAIL_COND_V_MSG(!is_bound(), ERR_UNCONFIGURED, "Nothing can come before bind(), connect_to_host() or the first packet that is sent.");
	UDPOutbox::flush_all();
	const NetSocket &waiting = server ? server->socket : socket;
	while (queue.is_empty() && waiting.wait(SocketPoller::EVENT_READABLE, GLANCE_USEC) != OK) {
		if (ScriptInterrupt::is_interrupted()) {
			return ERR_BUSY;
		}
	}
	return OK;
}

// OK, ERR_CONNECTION_ERROR when the other side refused what was sent before, FAILED when not open.
Error PacketPeerUDP::_receive() {
	if (server) {
		return OK; // UDPServer::poll() brings it.
	}
	if (!socket.is_open()) {
		return FAILED;
	}
	UDPOutbox::flush_all();
	UDPBatch batch;
	Error verdict = OK;
	while (verdict == OK && queue.get_size() < buffer_size) {
		verdict = batch.receive(socket);
		for (int i = 0; i < batch.get_count(); i++) {
			queue.push(batch.get(i));
		}
	}
	return verdict == ERR_BUSY ? OK : verdict;
}

int PacketPeerUDP::get_available_packet_count() const {
	const Error verdict = const_cast<PacketPeerUDP *>(this)->_receive();
	return verdict != OK && queue.is_empty() ? -1 : queue.get_count();
}

Error PacketPeerUDP::get_packet(const uint8_t **r_buffer, int &r_buffer_size) {
	r_buffer_size = 0;
	if (queue.is_empty()) {
		const Error verdict = _receive();
		if (verdict == FAILED) {
			return FAILED;
		}
	}
	if (queue.is_empty()) {
		return ERR_UNAVAILABLE;
	}
	const DatagramQueue::Item &item = queue.take(*r_buffer);
	r_buffer_size = item.size;
	packet_address = item.address;
	packet_port = item.port;
	return OK;
}

Error PacketPeerUDP::put_packet(const uint8_t *p_buffer, int p_buffer_size) {
	ERR_FAIL_COND_V_MSG(!peer_address.is_valid(), ERR_UNCONFIGURED, "Where to? Call set_dest_address() or connect_to_host() first.");
	if (!is_bound()) {
		const Error error = _open(family_of(peer_address));
		if (error != OK) {
			return FAILED;
		}
	}
	UDPOutbox &sending = server ? server->outbox : outbox;
	return sending.send(p_buffer, p_buffer_size, connected && !server ? nullptr : &peer_address, peer_port);
}

void PacketPeerUDP::set_broadcast_enabled(bool p_enabled) {
	ERR_FAIL_COND_MSG(server, "A peer of a UDPServer shares its socket and cannot broadcast.");
	broadcast = p_enabled;
	if (socket.is_open()) {
		socket.set_broadcast(p_enabled);
	}
}

Error PacketPeerUDP::_change_group(const String &p_address, const String &p_interface, bool p_join) {
	ERR_FAIL_COND_V_MSG(server, ERR_LOCKED, "A peer of a UDPServer shares its socket and joins no groups.");
	IPAddress address;
	ERR_FAIL_COND_V_MSG(!IPAddress::parse(p_address, address) || !address.is_valid(), ERR_INVALID_PARAMETER, "\"" + p_address + "\" is no multicast address, e.g. \"239.1.2.3\".");
	ERR_FAIL_COND_V_MSG(p_interface.is_empty(), ERR_INVALID_PARAMETER, "The interface is empty: pass the name of one, see IP.get_local_interfaces().");
	if (!socket.is_open()) {
		ERR_FAIL_COND_V_MSG(!p_join, ERR_UNCONFIGURED, "This PacketPeerUDP is not open, so it is in no group.");
		const Error error = _open(family_of(address));
		if (error != OK) {
			return error;
		}
	}
	const Error error = socket.change_multicast_group(address, p_interface, p_join);
	ERR_FAIL_COND_V_MSG(error == ERR_INVALID_PARAMETER, error, "There is no network interface \"" + p_interface + "\": see IP.get_local_interfaces().");
	ERR_FAIL_COND_V_MSG(error != OK, error, String("The group ") + p_address + " could not be " + (p_join ? "joined" : "left") + ": " + NetSocket::get_last_error_text() + ".");
	return OK;
}

Error PacketPeerUDP::join_multicast_group(const String &p_address, const String &p_interface) {
	return _change_group(p_address, p_interface, true);
}

Error PacketPeerUDP::leave_multicast_group(const String &p_address, const String &p_interface) {
	return _change_group(p_address, p_interface, false);
}

PacketPeerUDP::~PacketPeerUDP() {
	close();
}

void PacketPeerUDP::_bind_methods() {
	ClassDB::bind_method(D_METHOD("bind", "port", "bind_address", "recv_buf_size"), &PacketPeerUDP::bind, DEFVAL("*"), DEFVAL(DEFAULT_BUFFER_SIZE));
	ClassDB::bind_method(D_METHOD("close"), &PacketPeerUDP::close);
	ClassDB::bind_method(D_METHOD("wait"), &PacketPeerUDP::wait);
	ClassDB::bind_method(D_METHOD("is_bound"), &PacketPeerUDP::is_bound);
	ClassDB::bind_method(D_METHOD("connect_to_host", "host", "port"), &PacketPeerUDP::connect_to_host);
	ClassDB::bind_method(D_METHOD("is_socket_connected"), &PacketPeerUDP::is_socket_connected);
	ClassDB::bind_method(D_METHOD("get_packet_ip"), &PacketPeerUDP::_get_packet_ip);
	ClassDB::bind_method(D_METHOD("get_packet_port"), &PacketPeerUDP::get_packet_port);
	ClassDB::bind_method(D_METHOD("get_local_port"), &PacketPeerUDP::get_local_port);
	ClassDB::bind_method(D_METHOD("set_dest_address", "host", "port"), &PacketPeerUDP::set_dest_address);
	ClassDB::bind_method(D_METHOD("set_broadcast_enabled", "enabled"), &PacketPeerUDP::set_broadcast_enabled);
	ClassDB::bind_method(D_METHOD("join_multicast_group", "multicast_address", "interface_name"), &PacketPeerUDP::join_multicast_group);
	ClassDB::bind_method(D_METHOD("leave_multicast_group", "multicast_address", "interface_name"), &PacketPeerUDP::leave_multicast_group);
}
