// What a WebSocket is made with: limits, sub-protocols, headers and times. The same for sockets and for the browser.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "modules/websocket/protocol/ws_extensions.h"

#include <cmath>

class WSConnectionOwner;
struct WSTraffic;

// Times of scripts, in seconds, and ours. Infinity is kept: no limit.
constexpr int64_t WS_MAX_MSEC = int64_t(1) << 52; // Added to a clock it does not overflow.

inline int64_t ws_to_msec(double p_seconds) {
	return p_seconds * 1000.0 >= double(WS_MAX_MSEC) ? WS_MAX_MSEC : int64_t(p_seconds * 1000.0);
}

inline double ws_to_seconds(int64_t p_msec) {
	return p_msec >= WS_MAX_MSEC ? double(INFINITY) : double(p_msec) / 1000.0;
}

// Shared by any number of connections and outlives them. Times in milliseconds, sizes in bytes.
struct WSConnectionSettings {
	static constexpr int DEFAULT_BUFFER_SIZE = 65535;
	static constexpr int DEFAULT_MAX_QUEUED_PACKETS = 4096;
	static constexpr int DEFAULT_WINDOW_BITS = 12;
	static constexpr int DEFAULT_COMPRESSION_THRESHOLD = 64;

	WSConnectionOwner *owner = nullptr; // May be null.
	WSTraffic *traffic = nullptr; // Counts what goes through. May be null.
	Vector<String> supported_protocols;
	Vector<String> handshake_headers; // Whole lines, checked by http_is_header_line().
	int inbound_buffer_size = DEFAULT_BUFFER_SIZE; // More than this much unread stops the reading. 0: no limit.
	int max_message_size = 0; // The longest message that is taken. 0: inbound_buffer_size.
	int outbound_buffer_size = DEFAULT_BUFFER_SIZE; // 0: no limit.
	int max_queued_packets = DEFAULT_MAX_QUEUED_PACKETS;
	WSSlowPolicy slow_policy = WSSlowPolicy::REFUSE_MESSAGE;
	WSCompressionMode compression = WSCompressionMode::OFF;
	int compression_window_bits = DEFAULT_WINDOW_BITS; // 9 to 15: how far back a message may refer, in either direction.
	int compression_threshold = DEFAULT_COMPRESSION_THRESHOLD; // Shorter messages are sent as they are.
	String proxy; // As WSProxy reads it; empty for none.
	int max_redirects = 0; // How many answers that send a client elsewhere it follows.
	int64_t handshake_timeout = 3000;
	int64_t close_timeout = 3000; // How long the answer to our close frame may take.
	int64_t heartbeat_interval = 0; // Time between pings; an unanswered one ends the connection at the next. 0: none.
	int64_t kin_heartbeat_interval = 0; // The same, in its place, where the other side is known to answer: its handshake says so, as does ours then, or it is a browser.

	int get_message_limit() const { return max_message_size > 0 ? max_message_size : inbound_buffer_size; } // 0: none.
};
