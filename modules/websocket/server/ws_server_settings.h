// What a server allows its clients, apart from what each connection is made with. Plain values; everything may change while it listens.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "modules/websocket/server/ws_static_files.h"

struct WSServerSettings {
	static constexpr int DEFAULT_MAX_HANDSHAKES = 4096;

	// Values of the Origin header that may connect. Empty: all. Clients that send none are no browsers, and may.
	Vector<String> allowed_origins;
	int max_clients = 0; // Open ones; 0: no limit.
	int max_clients_per_address = 0; // Connections of one IPv4 address or one IPv6 network of 64 bits; 0: no limit.
	int max_handshakes = DEFAULT_MAX_HANDSHAKES; // Connections that are no WebSockets yet; 0: no limit.
	WSStaticSettings files; // In plain HTTP.
	String metrics_path; // Answers with the counters in plain HTTP. Empty: nowhere.
	int max_messages_per_second = 0; // Of one client, which may use a second's share at once; 0: no limit.
};
