// UDPBatch: as many datagrams as one system call brings, in memory that a thread's sockets use in turn.
#pragma once

#include "core/io/net_socket.h"
#include "core/os/memory.h"

// One at a time a thread; what it holds is good until it dies or receives again.
class UDPBatch {
public:
	// As NetSocket::recv_datagrams(). get_count() is 0 unless OK.
	Error receive(NetSocket &p_socket) {
		thread_local Room room;
		for (int i = 0; i < NetSocket::MAX_DATAGRAMS; i++) {
			datagrams[i].data = room.bytes + size_t(i) * LARGEST;
			datagrams[i].size = LARGEST;
		}
		return p_socket.recv_datagrams(datagrams, NetSocket::MAX_DATAGRAMS, count);
	}
	int get_count() const { return count; }
	const NetSocket::Datagram &get(int p_index) const { return datagrams[p_index]; }

private:
	static constexpr int LARGEST = 65536;

	// Only pages that datagrams have touched take memory.
	struct Room {
		uint8_t *bytes = static_cast<uint8_t *>(memalloc(size_t(LARGEST) * NetSocket::MAX_DATAGRAMS));
		~Room() { memfree(bytes); }
	};

	NetSocket::Datagram datagrams[NetSocket::MAX_DATAGRAMS];
	int count = 0;
};
