// WebSocket URLs, RFC 6455 section 3, with what else clients write there: a user, an IPv6 zone, a Unix socket.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

struct WSUrl {
	String host; // Without brackets for an IPv6 address; with its zone, if any ("fe80::1%eth0").
	String target = "/"; // Path and query as they go on the wire.
	String credentials; // "user:password", decoded; empty for none. Not for logs.
	String socket_path; // Of a Unix socket: "ws+unix:" URLs. Then there is no host to look for.
	int port = 80;
	bool secure = false;

	// "ws://" is assumed when there is no scheme. A fragment is dropped; what cannot stand in a request is percent-encoded.
	// ERR_INVALID_PARAMETER and a sentence that says what is wrong, without the credentials.
	static Error parse(const String &p_url, WSUrl &r_url, String &r_error);
	// The same for "http://host:port", which stands for a proxy. No target.
	static Error parse_proxy(const String &p_url, WSUrl &r_url, String &r_error);
	static String without_credentials(const String &p_url);

	// p_location, absolute or relative, seen from here (RFC 9110 §10.2.2); http:// and https:// count as ws:// and wss://.
	Error follow(const String &p_location, WSUrl &r_url, String &r_error) const;
	bool is_same_site(const WSUrl &p_other) const { return host == p_other.host && socket_path == p_other.socket_path; }

	String get_authority(bool p_always_with_port) const; // For Host and CONNECT; without the zone, RFC 6874 §1.
	String get_host_header() const { return get_authority(false); } // With the port unless it is the scheme's own.
	String get_authorization() const; // "Basic ...", RFC 7617; empty without credentials.

private:
	static Error _parse(const String &p_shown, const String &p_rest, WSUrl &r_url, String &r_error);
	static Error _parse_unix(const String &p_shown, const String &p_rest, WSUrl &r_url, String &r_error);
	Error _take_authority(const String &p_shown, const String &p_authority, String &r_error);
};
