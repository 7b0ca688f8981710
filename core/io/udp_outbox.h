// UDPOutbox: datagrams of one socket that leave together.
#pragma once

#include "core/io/net_socket.h"
#include "core/io/network_turn.h"
#include "core/templates/local_vector.h"

// The first datagram of a frame leaves at once. What the same frame sends after it over the same socket is kept and leaves with one system
// call: when the frame is over, when there is much of it, or when the main thread looks at any UDP socket or waits for one. Outside
// frames and on other threads everything leaves at once.
class UDPOutbox : private NetworkTaker {
public:
	static constexpr int MAX_KEPT = 64;
	static constexpr uint32_t MAX_KEPT_BYTES = 256 * 1024;

	// p_address null: to the other side of a connected socket. OK, ERR_BUSY when the system has no room for long, or FAILED. What is
	// kept counts as sent; it is lost if the system refuses it later, as datagrams may be.
	Error send(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port);
	void flush();
	static void flush_all(); // Of all sockets. Nothing on other threads than the main one.

	explicit UDPOutbox(NetSocket *p_socket) :
			socket(p_socket) {}
	UDPOutbox(const UDPOutbox &) = delete;
	UDPOutbox &operator=(const UDPOutbox &) = delete;
	~UDPOutbox();

private:
	bool take_from_network() override;

	Error _send_now(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port);
	void _keep(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port);

	NetSocket *socket;
	LocalVector<NetSocket::Datagram> kept; // Their data are offsets into bytes until they leave.
	LocalVector<uint8_t> bytes;
	uint64_t last_frame = 0; // In which something was sent.
	UDPOutbox *next = nullptr; // With something kept.
	static UDPOutbox *first;
};
