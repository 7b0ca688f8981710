// A server's connection before it is a WebSocket: what the holder says to a handshake, and answers in plain HTTP.
#pragma once

#include "core/typedefs.h"

#include <string>

// On an opening handshake that is in order.
struct WSVerdict {
	static constexpr int ACCEPT = 0;
	static constexpr int LATER = -1; // WSLink::accept_handshake() or refuse_handshake() follows, or the handshake's time runs out.

	int status = ACCEPT; // Or the HTTP status to refuse it with.
	const char *text = ""; // One sentence for people, when refused. Static.
};

// The body of an answer, read as fast as the network takes it.
class WSBodySource {
public:
	// Up to p_size bytes, at least one. 0: it cannot be read; the connection breaks, so that nobody takes the part for the whole.
	virtual int read(uint8_t *r_into, int p_size) = 0;
	virtual ~WSBodySource() = default;
};

// The answer to a request that does not ask for a WebSocket. Move-only; owns its body.
struct WSHttpAnswer {
	int status = 200;
	std::string headers; // Whole lines with their ends. Content-Length and Connection are written by the link.
	std::string text; // The body, when it is not empty.
	WSBodySource *body = nullptr; // Else this is. Null for a length of 0 and for HEAD.
	int64_t length = 0;
	bool announces_length = true; // False: such an answer has no Content-Length, RFC 9110 §8.6.
	bool head_only = false; // The answer to HEAD: what was announced does not follow.

	WSHttpAnswer() = default;
	WSHttpAnswer(const WSHttpAnswer &) = delete;
	WSHttpAnswer &operator=(const WSHttpAnswer &) = delete;
	~WSHttpAnswer() { delete body; }
};
