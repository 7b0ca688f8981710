// Negotiation of permessage-deflate, RFC 7692 §5 and §7.1: pure texts and numbers.
#pragma once

#include "core/templates/local_vector.h"
#include "modules/websocket/protocol/ws_types.h"

#include <string>
#include <string_view>

// How an endpoint wants its messages compressed.
enum class WSCompressionMode : uint8_t {
	OFF,
	SHARED, // Each message by itself, with compressors that all connections of a thread share: no memory for idle connections.
	DEDICATED, // Each direction remembers earlier messages (context takeover): smaller, for some ten KiB a connection.
};

// What both sides agreed upon. Window bits are those of zlib, 9 to 15 (8 for what is received).
struct WSDeflateParameters {
	static constexpr int MAX_WINDOW_BITS = 15;
	static constexpr int MIN_WINDOW_BITS = 9; // zlib cannot compress with 8.

	bool enabled = false;
	bool server_no_context_takeover = false;
	bool client_no_context_takeover = false;
	uint8_t server_max_window_bits = MAX_WINDOW_BITS;
	uint8_t client_max_window_bits = MAX_WINDOW_BITS;
};

// The value of Sec-WebSocket-Extensions that a client sends; empty for OFF.
std::string ws_offer_deflate(WSCompressionMode p_mode, int p_max_window_bits);
// Server: takes the first offer that can be met. Returns the value to answer, empty when none is taken (which is no error).
std::string ws_accept_deflate(const LocalVector<std::string_view> &p_offers, WSCompressionMode p_mode, int p_max_window_bits, WSDeflateParameters &r_parameters);
// Client: reads the answer to ws_offer_deflate(). False when it is not one that the offer allows; the connection must fail then.
bool ws_read_deflate_answer(const LocalVector<std::string_view> &p_answers, WSDeflateParameters &r_parameters);
