// What a server counts since it began to listen.
#pragma once

#include "modules/websocket/link/ws_traffic.h"
#include "modules/websocket/protocol/ws_types.h"

#include <string>

// Why a connection did not become a client. Names for scripts and for Prometheus come with it.
#define WS_REFUSALS(X) \
	X(NOT_ACCEPTING, "not_accepting") \
	X(MAX_CLIENTS, "max_clients") \
	X(MAX_PER_ADDRESS, "max_clients_per_address") \
	X(MAX_HANDSHAKES, "max_pending_handshakes") \
	X(ORIGIN, "origin") \
	X(REJECTED, "rejected") \
	X(BAD_REQUEST, "bad_request") \
	X(SUBPROTOCOL, "subprotocol") \
	X(TIMEOUT, "timeout") \
	X(LOST, "lost")

enum class WSRefusal : uint8_t {
#define WS_REFUSAL(m_name, m_text) m_name,
	WS_REFUSALS(WS_REFUSAL)
#undef WS_REFUSAL
			MAX,
	NONE = MAX,
};

const char *ws_get_refusal_name(WSRefusal p_refusal);
const char *ws_get_failure_name(WSError p_error); // "protocol", "heartbeat", ...

struct WSServerStats {
	static constexpr int REFUSALS = int(WSRefusal::MAX);
	static constexpr int FAILURES = int(WSError::MAX);

	WSTraffic traffic;
	uint64_t clients_accepted = 0;
	uint64_t requests_answered = 0; // In plain HTTP.
	uint64_t refused[REFUSALS] = {};
	uint64_t failed[FAILURES] = {}; // Of clients, by what ended them; 0 (NONE) counts those that ended in order.
	// At the time of asking.
	uint64_t clients = 0;
	uint64_t handshakes = 0;
	uint64_t queued_packets = 0; // Received and not read.
	uint64_t buffered_bytes = 0; // Accepted for sending and not taken by the network.
	uint64_t largest_buffer = 0; // Of one client.

	double get_compression_ratio() const { return traffic.payload_out == 0 ? 1.0 : double(traffic.framed_out) / double(traffic.payload_out); }
};

std::string ws_write_metrics(const WSServerStats &p_stats); // In the text format of Prometheus, version 0.0.4.
