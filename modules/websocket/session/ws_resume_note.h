// What the two ends of a session that can be resumed tell each other: one query parameter of the opening handshake, and short texts.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"

#include <string_view>

// Wire format. A client asks with "estragon-session" in the query of its request:
//     estragon-session=new               hand out a token, if sessions are on
//     estragon-session=TOKEN.RECEIVED    resume; RECEIVED messages of the server's have arrived so far (decimal)
// A server without sessions does not know the parameter and sends the id packet, as ever. Who did not ask never sees one of the texts:
//     estragon-session grant TOKEN GRACE               server, behind the id packet. GRACE: milliseconds that it waits for one who was lost
//     estragon-session resumed TOKEN GRACE RECEIVED    server, in place of the id packet. The token before is spent
//     estragon-session gone                            server, in place of the id packet: there is no such session
//     estragon-session ack RECEIVED                    either side, now and then
//     estragon-session skip COUNT                      either side: so many of the messages that are due were unreliable, and are lost
// A token is 128 random bits in 22 characters of base64url. Messages are the binary ones behind the id packet, counted from 1 by session and direction.
struct WSResumeRequest {
	enum Kind : uint8_t {
		NONE,
		BEGIN,
		RESUME,
	};
	Kind kind = NONE;
	String token;
	uint64_t received = 0;

	// What a request's target asks for; NONE as well where the parameter is malformed.
	static WSResumeRequest find_in(std::string_view p_target);
	// The URL, with the parameter in its query.
	String add_to(const String &p_url) const;
};

struct WSResumeNote {
	enum Kind : uint8_t {
		GRANT,
		RESUMED,
		GONE,
		ACK,
		SKIP,
	};
	Kind kind = GONE;
	String token;
	uint64_t grace = 0;
	uint64_t count = 0; // Received, or skipped.

	// False: the text is none of these.
	static bool parse(Span<uint8_t> p_text, WSResumeNote &r_note);
	CharString write() const;

	static constexpr int TOKEN_BYTES = 16;
	static constexpr int TOKEN_LENGTH = 22;
	static String make_token(const uint8_t (&p_random)[TOKEN_BYTES]);
};
