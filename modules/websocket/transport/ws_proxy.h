// Which HTTP proxy a connection goes through, and what is said to it (CONNECT, RFC 9110 §9.3.6).
#pragma once

#include "core/io/http_codec.h"
#include "modules/websocket/transport/ws_url.h"

// What settings say: nothing, the URL of a proxy, or "environment" for what HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
struct WSProxy {
	static constexpr char FROM_ENVIRONMENT[] = "environment";

	// ERR_INVALID_PARAMETER and a sentence for what is none of them.
	static Error check(const String &p_setting, String &r_error);
	// r_proxy.host stays empty where p_target is to be reached directly, as Unix sockets always are.
	static Error choose(const String &p_setting, const WSUrl &p_target, WSUrl &r_proxy, String &r_error);
	// Whether p_list, of the form of NO_PROXY, names p_host: "*", or names and addresses between commas, which hold for their sub-domains.
	static bool is_exempt(const String &p_host, const String &p_list);
};

// Asks a proxy for a way to a server, without I/O.
class WSTunnel {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE, // From here on the connection is the server's.
		REFUSED, // get_error_text()
	};

	// What is to be sent first.
	static CharString make_request(const WSUrl &p_target, const WSUrl &p_proxy);
	// The proxy's answer. The server behind it says nothing before we do, so more than a head is refused.
	Status feed(Span<uint8_t> p_bytes);
	const String &get_error_text() const { return error_text; } // The end of a sentence that begins with the proxy.

private:
	Status _refuse(const String &p_text);

	static constexpr int MAX_HEAD_BYTES = 16384;

	HTTPHead head{ MAX_HEAD_BYTES };
	String error_text;
};
