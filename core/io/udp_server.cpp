// UDPServer: one socket, many peers.
#include "core/io/udp_server.h"

#include "core/io/udp_batch.h"
#include "core/object/class_db.h"

Error UDPServer::listen(int p_port, const String &p_bind_address) {
	ERR_FAIL_COND_V_MSG(socket.is_open(), ERR_ALREADY_IN_USE, "This server is listening already: call stop() first.");
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " does not exist: ports go from 1 to 65535, and 0 lets the system choose.");
	IPAddress address;
	ERR_FAIL_COND_V_MSG(!IPAddress::parse(p_bind_address, address), ERR_INVALID_PARAMETER, "\"" + p_bind_address + "\" is no IP address to listen on: pass one of this machine's, or \"*\" for all.");
	NetSocket::Family family = NetSocket::FAMILY_DUAL;
	if (!address.is_wildcard()) {
		family = address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
	}
	Error error = socket.open(NetSocket::TYPE_UDP, family);
	ERR_FAIL_COND_V_MSG(error == ERR_UNAUTHORIZED, error, String("Cannot listen for datagrams. ") + NetSocket::FORBIDDEN_TEXT);
	if (error == OK) {
		error = socket.bind(address, uint16_t(p_port));
	}
	if (error != OK) {
		const String reason = NetSocket::get_last_error_text();
		socket.close();
		ERR_FAIL_V_MSG(error, "Cannot listen for datagrams on " + p_bind_address + " port " + itos(p_port) + ": " + reason + ". Choose another port (0 lets the system choose) or address.");
	}
	return OK;
}

Error UDPServer::poll() {
	if (!socket.is_open()) {
		return ERR_UNCONFIGURED;
	}
	UDPOutbox::flush_all();
	UDPBatch batch;
	for (int i = 0; i < MAX_BATCHES; i++) {
		const Error verdict = batch.receive(socket);
		if (verdict == ERR_BUSY) {
			break;
		}
		for (int j = 0; j < batch.get_count(); j++) { // None where somebody refused what was sent: that concerns no other peer.
			_store(batch.get(j));
		}
	}
	return OK;
}

void UDPServer::_store(const NetSocket::Datagram &p_datagram) {
	const Source source = { p_datagram.address, p_datagram.port };
	PacketPeerUDP *const *known = peers.getptr(source);
	if (known) {
		if ((*known)->queue.get_size() < (*known)->buffer_size) {
			(*known)->queue.push(p_datagram);
		}
		return;
	}
	if (int(pending.size()) >= max_pending_connections) {
		return;
	}
	Ref<PacketPeerUDP> peer;
	peer.instantiate();
	peer->server = this;
	peer->connected = true;
	peer->peer_address = p_datagram.address;
	peer->peer_port = p_datagram.port;
	peer->queue.push(p_datagram);
	peers[source] = peer.ptr();
	pending.push_back(peer);
}

Ref<PacketPeerUDP> UDPServer::take_connection() {
	Ref<PacketPeerUDP> peer;
	if (is_connection_available()) {
		peer = pending[0];
		pending.remove_at(0);
	}
	return peer;
}

void UDPServer::_forget(const PacketPeerUDP *p_peer) {
	peers.erase({ p_peer->peer_address, p_peer->peer_port });
}

int UDPServer::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	socket.get_local_address(address, port);
	return port;
}

void UDPServer::set_max_pending_connections(int p_max) {
	ERR_FAIL_COND_MSG(p_max < 0, "The number of addresses that may wait cannot be negative; 0 takes no new ones.");
	max_pending_connections = p_max;
	while (int(pending.size()) > p_max) {
		const Ref<PacketPeerUDP> dropped = pending[pending.size() - 1];
		pending.resize(pending.size() - 1);
		dropped->close();
	}
}

void UDPServer::stop() {
	LocalVector<PacketPeerUDP *> members;
	for (const auto &entry : peers) {
		members.push_back(entry.value);
	}
	for (PacketPeerUDP *peer : members) {
		peer->close();
	}
	const LocalVector<Ref<PacketPeerUDP>> leaving = std::move(pending);
	pending.reset();
	outbox.flush();
	socket.close();
}

UDPServer::~UDPServer() {
	stop();
}

void UDPServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("listen", "port", "bind_address"), &UDPServer::listen, DEFVAL("*"));
	ClassDB::bind_method(D_METHOD("poll"), &UDPServer::poll);
	ClassDB::bind_method(D_METHOD("is_connection_available"), &UDPServer::is_connection_available);
	ClassDB::bind_method(D_METHOD("get_local_port"), &UDPServer::get_local_port);
	ClassDB::bind_method(D_METHOD("is_listening"), &UDPServer::is_listening);
	ClassDB::bind_method(D_METHOD("take_connection"), &UDPServer::take_connection);
	ClassDB::bind_method(D_METHOD("stop"), &UDPServer::stop);
	ClassDB::bind_method(D_METHOD("set_max_pending_connections", "max_pending_connections"), &UDPServer::set_max_pending_connections);
	ClassDB::bind_method(D_METHOD("get_max_pending_connections"), &UDPServer::get_max_pending_connections);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_pending_connections", PROPERTY_HINT_RANGE, "0,256,1"), "set_max_pending_connections", "get_max_pending_connections");
}
