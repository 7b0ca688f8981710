// A message to many: framed, and compressed, once for all of those who agreed on the same.
#pragma once

#include "modules/websocket/protocol/ws_buffer.h"
#include "modules/websocket/protocol/ws_session.h"

#include <atomic>

// Whole frames, as they go over the wire, that any number of output queues hold by reference. Made with one owner; the last one frees it.
class WSSharedFrame {
public:
	WSBuffer bytes; // Written before it is shared, and read from then on.

	void reference() { owners.fetch_add(1, std::memory_order_relaxed); }
	void unreference() {
		if (owners.fetch_sub(1, std::memory_order_acq_rel) == 1) {
			memdelete(this);
		}
	}

private:
	std::atomic<uint32_t> owners{ 1 };
};

// From a server: its frames are not masked, so that they look alike for everybody. The payload stays the caller's and must outlive this.
class WSBroadcast {
public:
	WSBroadcast(WSMessageType p_type, Span<uint8_t> p_payload) :
			payload(p_payload), type(p_type) {}
	WSBroadcast(const WSBroadcast &) = delete;
	WSBroadcast &operator=(const WSBroadcast &) = delete;
	~WSBroadcast();

	WSMessageType get_type() const { return type; }
	Span<uint8_t> get_payload() const { return payload; }
	// p_form is what WSSession::get_shared_form() says. Still owned by the broadcast.
	WSSharedFrame *get_frame(int p_form);

private:
	WSSharedFrame *frames[WSSession::SHARED_FORMS] = {};
	Span<uint8_t> payload;
	WSMessageType type;
};
