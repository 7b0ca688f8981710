// UDPServer: one UDP socket, and a PacketPeerUDP for each address that sends to it.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/packet_peer_udp.h"
#include "core/object/ref_counted.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

// Peers use the server's socket and belong to whoever took them; the server knows them until they close. Packets from addresses that
// nobody has taken wait with their peer; beyond max_pending_connections such addresses are ignored.
class UDPServer : public RefCounted {
	GDCLASS(UDPServer, RefCounted);

public:
	// "*" listens on all addresses of both families. Errors and messages as TCPServer::listen().
	Error listen(int p_port, const String &p_bind_address = "*");
	Error poll(); // Hands out what came. ERR_UNCONFIGURED when not listening.
	bool is_listening() const { return socket.is_open(); }
	bool is_connection_available() const { return socket.is_open() && !pending.is_empty(); }
	int get_local_port() const;
	Ref<PacketPeerUDP> take_connection(); // null when nobody waits.
	void set_max_pending_connections(int p_max);
	int get_max_pending_connections() const { return max_pending_connections; }
	void stop(); // Its peers are closed.

	~UDPServer() override;

protected:
	static void _bind_methods();
	void let_go() override { stop(); }

private:
	friend class PacketPeerUDP;

	static constexpr int MAX_BATCHES = 64; // A poll takes at most so many, and leaves the rest for the next.

	struct Source {
		IPAddress address;
		uint16_t port = 0;
		bool operator==(const Source &p_other) const { return port == p_other.port && address == p_other.address; }
		uint32_t hash() const { return hash_table_pair(hash_table_bytes(address.get_ipv6(), 16), port); }
	};

	void _store(const NetSocket::Datagram &p_datagram);
	void _forget(const PacketPeerUDP *p_peer);

	NetSocket socket;
	UDPOutbox outbox{ &socket }; // Of all its peers.
	HashMap<Source, PacketPeerUDP *> peers; // Taken and pending ones.
	LocalVector<Ref<PacketPeerUDP>> pending; // Nobody has taken them yet, the oldest first.
	int max_pending_connections = 16;
};
