// HTTPUrl: an http:// or https:// URL taken apart, and what a Location header makes of it (RFC 3986).
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

struct HTTPUrl {
	String host; // Without the brackets of an IPv6 address.
	String target = "/"; // Path and query as they are sent: blanks and what is not ASCII are percent-encoded. No fragment.
	int port = 80;
	bool secure = false;

	// ERR_INVALID_PARAMETER and a sentence for what is no such URL.
	static Error parse(const String &p_url, HTTPUrl &r_url, String &r_error);
	// p_location, absolute or relative, seen from here.
	Error follow(const String &p_location, HTTPUrl &r_url, String &r_error) const;
	bool is_same_origin(const HTTPUrl &p_other) const { return host == p_other.host && port == p_other.port && secure == p_other.secure; }
};
