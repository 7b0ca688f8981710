// PacketPeerUDP: datagrams to and from anybody, or one other side.
#pragma once

#include "core/io/datagram_queue.h"
#include "core/io/packet_peer.h"
#include "core/io/udp_outbox.h"

class UDPServer;

// What comes is fetched in batches (one system call for up to NetSocket::MAX_DATAGRAMS) when a script asks, and waits in memory up to
// the size that bind() was given; beyond that it stays in the system's buffer, and what finds no room there is lost. A quiet socket costs
// no system call. What is sent leaves at once or with the frame (UDPOutbox).
class PacketPeerUDP : public PacketPeer {
	GDCLASS(PacketPeerUDP, PacketPeer);

public:
	static constexpr int DEFAULT_BUFFER_SIZE = 65536;
	static constexpr int MAX_PACKET_SIZE = 65507; // Of UDP over IPv4.

	Error bind(int p_port, const String &p_bind_address = "*", int p_buffer_size = DEFAULT_BUFFER_SIZE);
	// Only to and from there. A name is resolved on the spot.
	Error connect_to_host(const String &p_host, int p_port);
	Error set_dest_address(const String &p_host, int p_port); // ERR_CANT_RESOLVE for an unknown name.
	void close();
	Error wait(); // Until a packet is there.
	bool is_bound() const;
	bool is_socket_connected() const { return connected; }
	IPAddress get_packet_address() const { return packet_address; } // Of the last packet that was taken.
	int get_packet_port() const { return packet_port; }
	int get_local_port() const;
	void set_broadcast_enabled(bool p_enabled);
	Error join_multicast_group(const String &p_address, const String &p_interface);
	Error leave_multicast_group(const String &p_address, const String &p_interface);

	int get_available_packet_count() const override; // -1: not open, or the other side refused what was sent.
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override;
	int get_max_packet_size() const override { return 512; } // What passes everywhere; longer ones are taken, too.

	~PacketPeerUDP() override;

protected:
	static void _bind_methods();
	void let_go() override { close(); }

private:
	friend class UDPServer;

	Error _open(NetSocket::Family p_family);
	Error _receive();
	Error _change_group(const String &p_address, const String &p_interface, bool p_join);
	String _get_packet_ip() const { return packet_address; }

	NetSocket socket;
	UDPOutbox outbox{ &socket };
	UDPServer *server = nullptr; // Whose socket it uses, instead of one of its own.
	DatagramQueue queue;
	IPAddress peer_address; // Where packets go.
	IPAddress packet_address;
	int buffer_size = DEFAULT_BUFFER_SIZE;
	uint16_t peer_port = 0;
	uint16_t packet_port = 0;
	bool connected = false;
	bool broadcast = false;
};
