// A ring that doubles when it is full.
#include "modules/websocket/link/ws_packet_queue.h"

#include "core/os/memory.h"

#include <utility>

void WSPacketQueue::_grow() {
	const uint32_t capacity = ring->capacity ? ring->capacity * 2 : FIRST_CAPACITY;
	Packet *packets = memnew_arr(Packet, capacity);
	for (uint32_t i = 0; i < ring->count; i++) {
		packets[i] = std::move(ring->packets[(ring->first + i) & (ring->capacity - 1)]);
	}
	if (ring->packets) {
		memdelete_arr(ring->packets);
	}
	ring->packets = packets;
	ring->capacity = capacity;
	ring->first = 0;
}

void WSPacketQueue::push(Vector<uint8_t> &&p_data, bool p_is_text) {
	if (!ring) {
		ring = memnew(Ring);
	}
	if (ring->count == ring->capacity) {
		_grow();
	}
	Packet &packet = ring->packets[(ring->first + ring->count) & (ring->capacity - 1)];
	ring->count++;
	ring->bytes += p_data.size();
	packet.data = std::move(p_data);
	packet.is_text = p_is_text;
}

WSPacketQueue::Packet WSPacketQueue::pop() {
	Packet packet = std::move(ring->packets[ring->first]);
	ring->packets[ring->first].data = Vector<uint8_t>();
	ring->first = (ring->first + 1) & (ring->capacity - 1);
	ring->count--;
	ring->bytes -= packet.data.size();
	if (ring->count == 0 && ring->capacity > KEPT_CAPACITY) {
		clear();
	}
	return packet;
}

void WSPacketQueue::clear() {
	if (ring) {
		memdelete_arr(ring->packets);
		memdelete(ring);
		ring = nullptr;
	}
}
