// Counters that any number of connections share. Those of one thread at a time.
#pragma once

#include "core/typedefs.h"

struct WSTraffic {
	uint64_t messages_in = 0; // Whole ones.
	uint64_t messages_out = 0; // Accepted for sending.
	uint64_t payload_in = 0; // Bytes of those messages, as scripts see them.
	uint64_t payload_out = 0;
	uint64_t framed_out = 0; // What messages_out are on the wire: compressed and with their headers.
	uint64_t bytes_in = 0; // Of everything, handshakes too, below TLS.
	uint64_t bytes_out = 0;
	uint64_t messages_dropped = 0; // By WSSlowPolicy::DROP_MESSAGE.

	void count_in(uint64_t p_payload) {
		messages_in++;
		payload_in += p_payload;
	}
	void count_out(uint64_t p_payload, uint64_t p_framed) {
		messages_out++;
		payload_out += p_payload;
		framed_out += p_framed;
	}
};
