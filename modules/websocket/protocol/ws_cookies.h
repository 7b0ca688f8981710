// Cookies in an opening handshake (RFC 6265), as far as scripts and redirects need them.
#pragma once

#include "core/templates/local_vector.h"

#include <string_view>

// Views point into the text that was read.
struct WSCookie {
	std::string_view name;
	std::string_view value; // Without the quotes that may stand around it.
	// Of Set-Cookie:
	std::string_view path; // Empty when none was told.
	bool is_secure = false; // Only for wss://.
	bool is_removal = false; // Max-Age says that it is over.
};

// The value of a Set-Cookie header, RFC 6265 §5.2. False for what is no cookie.
bool ws_parse_set_cookie(std::string_view p_value, WSCookie &r_cookie);
// The value of a Cookie header, §4.2; what is no cookie is passed over.
LocalVector<WSCookie> ws_parse_cookies(std::string_view p_value);
// Whether a cookie with p_cookie_path goes with a request for p_target (path and query), §5.1.4.
bool ws_cookie_path_matches(std::string_view p_cookie_path, std::string_view p_target);
