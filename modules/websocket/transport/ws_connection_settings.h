// What a WebSocket is made with: limits, sub-protocols, headers and times. The same for sockets and for the browser.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"

class WSConnectionOwner;

// Shared by any number of connections and outlives them. Times in milliseconds, sizes in bytes.
struct WSConnectionSettings {
	static constexpr int DEFAULT_BUFFER_SIZE = 65535;
	static constexpr int DEFAULT_MAX_QUEUED_PACKETS = 4096;

	WSConnectionOwner *owner = nullptr; // May be null.
	Vector<String> supported_protocols;
	Vector<String> handshake_headers; // Whole lines, checked by http_is_header_line().
	int inbound_buffer_size = DEFAULT_BUFFER_SIZE; // Longest message; more than this much unread stops the reading. 0: no limit.
	int outbound_buffer_size = DEFAULT_BUFFER_SIZE; // 0: no limit.
	int max_queued_packets = DEFAULT_MAX_QUEUED_PACKETS;
	int64_t handshake_timeout = 3000;
	int64_t close_timeout = 3000; // How long the answer to our close frame may take.
	int64_t heartbeat_interval = 0; // Time between pings; an unanswered one ends the connection at the next. 0: none.
};
