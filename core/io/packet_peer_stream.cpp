// PacketPeerStream: lengths and packets over a stream.
#include "core/io/packet_peer_stream.h"

#include "core/io/marshalls.h"
#include "core/object/class_db.h"

static constexpr int RECEIVE_CHUNK = 8 * 1024;

static int power_of(int p_size) {
	int power = 0;
	while ((1 << power) < p_size) {
		power++;
	}
	return power;
}

// Takes what the stream has, as far as the buffer has room.
Error PacketPeerStream::_receive() const {
	if (peer.is_null()) {
		return ERR_UNCONFIGURED;
	}
	if (received.get_capacity() != uint32_t(input_size)) {
		received.resize(power_of(input_size));
	}
	uint8_t chunk[RECEIVE_CHUNK];
	while (received.space_left() > 0) {
		int count = 0;
		const Error error = peer->get_partial_data(chunk, MIN(received.space_left(), RECEIVE_CHUNK), count);
		if (error != OK) {
			return error;
		}
		if (count == 0) {
			break;
		}
		received.write(chunk, count);
	}
	return OK;
}

// Of the packet at the front; -1 while it is incomplete.
int PacketPeerStream::_first_packet_size() const {
	uint8_t header[HEADER_SIZE];
	if (received.copy(header, 0, HEADER_SIZE) < HEADER_SIZE) {
		return -1;
	}
	const uint32_t size = decode_uint32(header);
	if (size > uint32_t(input_size - HEADER_SIZE)) {
		WARN_PRINT_ONCE("A packet of " + itos(size) + " bytes is coming in, more than input_buffer_max_size (" + itos(get_input_buffer_max_size()) + "): raise that on the receiving side, or send less. Until then nothing more is received.");
		return -1;
	}
	return received.data_left() - HEADER_SIZE >= int(size) ? int(size) : -1;
}

int PacketPeerStream::get_available_packet_count() const {
	_receive(); // What arrived before an error still counts.
	uint8_t header[HEADER_SIZE];
	while (received.copy(header, counted_bytes, HEADER_SIZE) == HEADER_SIZE) {
		const uint32_t size = decode_uint32(header);
		if (uint32_t(received.data_left() - counted_bytes - HEADER_SIZE) < size) {
			break;
		}
		counted_bytes += HEADER_SIZE + int(size);
		counted_packets++;
	}
	return counted_packets;
}

Error PacketPeerStream::get_packet(const uint8_t **r_buffer, int &r_buffer_size) {
	*r_buffer = nullptr;
	r_buffer_size = 0;
	if (peer.is_null()) {
		return ERR_UNCONFIGURED;
	}
	_receive();
	const int size = _first_packet_size();
	if (size < 0) {
		return ERR_UNAVAILABLE;
	}
	packet.resize(uint32_t(size));
	received.advance_read(HEADER_SIZE);
	received.read(packet.ptr(), size);
	if (counted_packets > 0) {
		counted_packets--;
		counted_bytes -= HEADER_SIZE + size;
	}
	*r_buffer = packet.ptr();
	r_buffer_size = size;
	return OK;
}

Error PacketPeerStream::put_packet(const uint8_t *p_buffer, int p_buffer_size) {
	if (peer.is_null()) {
		return ERR_UNCONFIGURED;
	}
	_receive(); // Else two sides that only send would block each other.
	if (p_buffer_size <= 0) {
		return OK;
	}
	ERR_FAIL_COND_V_MSG(p_buffer_size > get_output_buffer_max_size(), ERR_INVALID_PARAMETER, "The packet has " + itos(p_buffer_size) + " bytes, more than output_buffer_max_size (" + itos(get_output_buffer_max_size()) + "): raise that, or send less.");
	uint8_t header[HEADER_SIZE];
	encode_uint32(uint32_t(p_buffer_size), header);
	const ByteChunk chunks[2] = { { header, HEADER_SIZE }, { p_buffer, p_buffer_size } };
	int64_t sent = 0;
	const Error error = peer->put_partial_chunks(chunks, 2, sent);
	if (error != OK) {
		return error;
	}
	int64_t skip = sent;
	for (const ByteChunk &chunk : chunks) {
		if (skip < chunk.size) {
			const Error rest_error = peer->put_data(chunk.data + skip, int(chunk.size - skip));
			if (rest_error != OK) {
				return rest_error;
			}
			skip = 0;
		} else {
			skip -= chunk.size;
		}
	}
	return OK;
}

void PacketPeerStream::_forget_received() {
	received.clear();
	counted_packets = 0;
	counted_bytes = 0;
}

int PacketPeerStream::get_max_packet_size() const {
	return get_output_buffer_max_size();
}

void PacketPeerStream::set_stream_peer(const Ref<StreamPeer> &p_peer) {
	if (p_peer.ptr() != peer.ptr()) {
		_forget_received(); // A packet does not go on in another stream.
	}
	peer = p_peer;
}

void PacketPeerStream::set_input_buffer_max_size(int p_max_size) {
	ERR_FAIL_COND_MSG(p_max_size < 0 || p_max_size > (1 << 30) - HEADER_SIZE, "The size of the input buffer must lie between 0 and 1 GiB.");
	const int wanted = int(next_power_of_2(uint64_t(p_max_size) + HEADER_SIZE));
	ERR_FAIL_COND_MSG(wanted < received.data_left(), "The input buffer holds more than the new size: read the packets first.");
	input_size = wanted;
}

int PacketPeerStream::get_input_buffer_max_size() const {
	return input_size - HEADER_SIZE;
}

void PacketPeerStream::set_output_buffer_max_size(int p_max_size) {
	ERR_FAIL_COND_MSG(p_max_size < 0 || p_max_size > (1 << 30) - HEADER_SIZE, "The size of the output buffer must lie between 0 and 1 GiB.");
	output_size = int(next_power_of_2(uint64_t(p_max_size) + HEADER_SIZE));
}

int PacketPeerStream::get_output_buffer_max_size() const {
	return output_size - HEADER_SIZE;
}

void PacketPeerStream::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_stream_peer", "peer"), &PacketPeerStream::set_stream_peer);
	ClassDB::bind_method(D_METHOD("get_stream_peer"), &PacketPeerStream::get_stream_peer);
	ClassDB::bind_method(D_METHOD("set_input_buffer_max_size", "max_size_bytes"), &PacketPeerStream::set_input_buffer_max_size);
	ClassDB::bind_method(D_METHOD("set_output_buffer_max_size", "max_size_bytes"), &PacketPeerStream::set_output_buffer_max_size);
	ClassDB::bind_method(D_METHOD("get_input_buffer_max_size"), &PacketPeerStream::get_input_buffer_max_size);
	ClassDB::bind_method(D_METHOD("get_output_buffer_max_size"), &PacketPeerStream::get_output_buffer_max_size);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "input_buffer_max_size"), "set_input_buffer_max_size", "get_input_buffer_max_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "output_buffer_max_size"), "set_output_buffer_max_size", "get_output_buffer_max_size");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "stream_peer", PROPERTY_HINT_RESOURCE_TYPE, "StreamPeer", PROPERTY_USAGE_NONE), "set_stream_peer", "get_stream_peer");
}
