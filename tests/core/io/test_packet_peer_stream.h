// Packets behind lengths: whole ones only, however the stream is cut.
#pragma once

#include "core/io/packet_peer_stream.h"
#include "core/io/stream_peer_buffer.h"
#include "tests/test_macros.h"

// Gives its bytes in pieces of one size.
class ChoppyStream : public StreamPeerBuffer {
public:
	int piece = 1;
	int budget = 0; // Bytes until it pretends to be dry; the test refills it.

	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override {
		const Error error = StreamPeerBuffer::get_partial_data(p_into, MIN(MIN(p_bytes, piece), budget), r_received);
		budget -= r_received;
		return error;
	}
};

TEST_CASE("[IO][PacketPeerStream] Packets come out whole for every way of cutting the stream") {
	Ref<StreamPeerBuffer> wire;
	wire.instantiate();
	Ref<PacketPeerStream> sender;
	sender.instantiate();
	sender->set_stream_peer(wire);
	const Vector<uint8_t> packets[3] = { { 1, 2, 3 }, { 4 }, { 5, 6, 7, 8, 9, 10 } };
	for (const Vector<uint8_t> &packet : packets) {
		REQUIRE_EQ(sender->put_packet_buffer(packet), OK);
	}
	for (int step = 1; step <= 24; step++) {
		Ref<ChoppyStream> stream(memnew(ChoppyStream));
		stream->set_data_array(wire->get_data_array());
		stream->piece = step;
		Ref<PacketPeerStream> receiver;
		receiver.instantiate();
		receiver->set_stream_peer(stream);
		int got = 0;
		for (int64_t given = 0; given < wire->get_size() + step; given += step) {
			stream->budget = step;
			while (receiver->get_available_packet_count() > 0) {
				Vector<uint8_t> packet;
				REQUIRE_EQ(receiver->get_packet_buffer(packet), OK);
				REQUIRE(got < 3);
				CHECK_EQ(packet, packets[got]);
				got++;
			}
		}
		CHECK_EQ(got, 3);
	}
}

TEST_CASE("[IO][PacketPeerStream] Without a stream, and beyond the limits, there are errors and no packets") {
	ExpectErrors quiet;
	Ref<PacketPeerStream> peer;
	peer.instantiate();
	CHECK_EQ(peer->put_packet_buffer({ 1 }), ERR_UNCONFIGURED);
	Vector<uint8_t> packet;
	CHECK_EQ(peer->get_packet_buffer(packet), ERR_UNCONFIGURED);
	Ref<StreamPeerBuffer> wire;
	wire.instantiate();
	peer->set_stream_peer(wire);
	CHECK_EQ(peer->get_packet_buffer(packet), ERR_UNAVAILABLE);
	peer->set_output_buffer_max_size(10);
	CHECK_EQ(peer->get_output_buffer_max_size(), 12);
	packet.resize(13);
	CHECK_EQ(peer->put_packet_buffer(packet), ERR_INVALID_PARAMETER);
	CHECK_EQ(wire->get_size(), 0);
}

TEST_CASE("[IO][PacketPeerStream] A length that no packet may have does not grow the buffer") {
	ExpectErrors quiet;
	Ref<StreamPeerBuffer> wire;
	wire.instantiate();
	wire->put_u32(0xfffffff0u);
	wire->put_u8(1);
	wire->seek(0);
	Ref<PacketPeerStream> peer;
	peer.instantiate();
	peer->set_stream_peer(wire);
	CHECK_EQ(peer->get_available_packet_count(), 0);
	Vector<uint8_t> packet;
	CHECK_EQ(peer->get_packet_buffer(packet), ERR_UNAVAILABLE);
}

TEST_CASE("[IO][PacketPeerStream] The count follows packets of every size as they are taken, and begins anew with another stream") {
	Ref<StreamPeerBuffer> wire;
	wire.instantiate();
	for (const uint32_t size : { 0u, 3u, 0u, 0u, 5u }) {
		wire->put_u32(size);
		for (uint32_t i = 0; i < size; i++) {
			wire->put_u8(uint8_t(size));
		}
	}
	wire->seek(0);
	Ref<PacketPeerStream> peer;
	peer.instantiate();
	peer->set_stream_peer(wire);
	Vector<uint8_t> packet;
	CHECK_EQ(peer->get_packet_buffer(packet), OK); // Before anything was counted.
	for (int left = 4; left > 0; left--) {
		CHECK_EQ(peer->get_available_packet_count(), left);
		CHECK_EQ(peer->get_packet_buffer(packet), OK);
	}
	CHECK_EQ(packet.size(), 5);
	CHECK_EQ(peer->get_available_packet_count(), 0);
	wire->put_u32(1);
	wire->put_u8(7);
	wire->seek(wire->get_position() - 5);
	CHECK_EQ(peer->get_available_packet_count(), 1);
	Ref<StreamPeerBuffer> other;
	other.instantiate();
	peer->set_stream_peer(other);
	CHECK_EQ(peer->get_available_packet_count(), 0);
}
