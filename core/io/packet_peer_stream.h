// PacketPeerStream: packets over a StreamPeer, each behind its 32-bit little-endian length.
#pragma once

#include "core/io/packet_peer.h"
#include "core/io/stream_peer.h"
#include "core/templates/local_vector.h"
#include "core/templates/ring_buffer.h"

class PacketPeerStream : public PacketPeer {
	GDCLASS(PacketPeerStream, PacketPeer);

public:
	int get_available_packet_count() const override;
	Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) override;
	Error put_packet(const uint8_t *p_buffer, int p_buffer_size) override;
	int get_max_packet_size() const override;

	void set_stream_peer(const Ref<StreamPeer> &p_peer);
	Ref<StreamPeer> get_stream_peer() const { return peer; }
	// Input: rounded up to a power of two, less the 4 bytes of a length; it must hold the largest packet that may come in.
	void set_input_buffer_max_size(int p_max_size);
	int get_input_buffer_max_size() const;
	void set_output_buffer_max_size(int p_max_size);
	int get_output_buffer_max_size() const;

protected:
	static void _bind_methods();

private:
	static constexpr int HEADER_SIZE = 4;
	static constexpr int DEFAULT_BUFFER_SIZE = 64 * 1024; // With the header.

	Error _receive() const;
	int _first_packet_size() const;
	void _forget_received();

	Ref<StreamPeer> peer;
	mutable RingBuffer<uint8_t> received; // Takes memory with the first bytes.
	// What get_available_packet_count() has looked at already: so many whole packets in so many bytes from the front.
	mutable int counted_packets = 0;
	mutable int counted_bytes = 0;
	LocalVector<uint8_t> packet; // What the last get_packet() handed out.
	int input_size = DEFAULT_BUFFER_SIZE; // A power of two.
	int output_size = DEFAULT_BUFFER_SIZE;
};
