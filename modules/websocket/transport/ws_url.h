// WebSocket URLs, RFC 6455 section 3.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

struct WSUrl {
	String host; // Without brackets for an IPv6 address.
	String target = "/"; // Path and query as they go on the wire.
	int port = 80;
	bool secure = false;

	// "ws://" is assumed when there is no scheme. A fragment is dropped; what cannot stand in a request is percent-encoded.
	// ERR_INVALID_PARAMETER and a sentence that says what is wrong.
	static Error parse(const String &p_url, WSUrl &r_url, String &r_error);

	String get_host_header() const; // With the port unless it is the scheme's own.
};
