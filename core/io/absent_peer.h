// AbsentPacketPeer and AbsentStreamPeer: stand for kinds of peers that are known by name alone; never connected, and nothing passes.
#pragma once

#include "core/io/packet_peer.h"
#include "core/io/stream_peer.h"

class AbsentPacketPeer : public PacketPeer {
public:
	int get_available_packet_count() const override { return 0; }
	Error get_packet(const uint8_t **, int &) override { return ERR_UNAVAILABLE; }
	Error put_packet(const uint8_t *, int) override { return ERR_UNAVAILABLE; }
	int get_max_packet_size() const override { return 0; }
};

class AbsentStreamPeer : public StreamPeer {
public:
	Error put_data(const uint8_t *, int) override { return ERR_UNAVAILABLE; }
	Error put_partial_data(const uint8_t *, int, int &r_sent) override {
		r_sent = 0;
		return ERR_UNAVAILABLE;
	}
	Error get_data(uint8_t *, int) override { return ERR_UNAVAILABLE; }
	Error get_partial_data(uint8_t *, int, int &r_received) override {
		r_received = 0;
		return ERR_UNAVAILABLE;
	}
	int get_available_bytes() const override { return 0; }
};
