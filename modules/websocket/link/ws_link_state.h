// What a WSLink keeps outside of itself, for the files that implement it: the handshake, and what few connections have to tell.
#pragma once

#include "core/string/ustring.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/link/ws_http_exchange.h"
#include "modules/websocket/protocol/ws_handshake.h"

// Says in a handshake that whoever sends it answers pings at any time, and so would like to be pinged.
constexpr std::string_view WS_HEARTBEAT_HEADER = "Estragon-Heartbeat: 1";
constexpr std::string_view WS_HEARTBEAT_HEADER_NAME = WS_HEARTBEAT_HEADER.substr(0, 18);

// Only while the handshake runs.
struct WSHandshakeState {
	// A server's: one request after another, until one opens the WebSocket.
	enum Exchange : uint8_t {
		READING,
		UNDECIDED, // The verdict on the handshake is still to come.
		ANSWERING, // An answer in plain HTTP is on its way.
	};

	WSRequestParser request;
	WSResponseParser response;
	WSExpectedResponse expected;
	char key[WS_KEY_LENGTH] = {};
	Vector<CharString> texts; // What expected and the head that was sent point into.
	WSBodySource *body = nullptr; // Owned. What is left of it is still to be sent.
	int64_t body_left = 0;
	Exchange exchange = READING;
	bool keeps_alive = false; // Another request may follow the answer.
	bool has_answered = false; // An earlier request on this connection.

	~WSHandshakeState() { delete body; }
};

// Texts that most connections never need.
struct WSLinkOutcome {
	String protocol;
	String close_reason;
	String requested_url;
	CharString received_headers; // Lines, each with its end.
	const char *error_text = "";
	int http_status = 0;
};

// The views point into r_storage, which shares the bytes, and live as long as it does.
LocalVector<std::string_view> ws_make_views(const Vector<String> &p_texts, Vector<CharString> &r_storage);

inline String ws_to_string(std::string_view p_text) {
	return String::utf8(p_text.data(), int64_t(p_text.size()));
}

CharString ws_join_fields(const HTTPHead &p_head); // "Name: value" lines.
