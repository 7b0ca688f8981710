// Both headers are lists of "name=value" between semicolons.
#include "modules/websocket/protocol/ws_cookies.h"

#include "core/io/http_codec.h"

// The part before the next semicolon; p_rest loses it.
static std::string_view _take_part(std::string_view &r_rest) {
	const size_t end = MIN(r_rest.find(';'), r_rest.size());
	const std::string_view part = http_trim(r_rest.substr(0, end));
	r_rest.remove_prefix(MIN(end + 1, r_rest.size()));
	return part;
}

static bool _split_pair(std::string_view p_part, std::string_view &r_name, std::string_view &r_value) {
	const size_t equals = p_part.find('=');
	if (equals == std::string_view::npos) {
		r_name = p_part;
		r_value = std::string_view();
		return false;
	}
	r_name = http_trim(p_part.substr(0, equals));
	r_value = http_trim(p_part.substr(equals + 1));
	if (r_value.size() >= 2 && r_value.front() == '"' && r_value.back() == '"') {
		r_value = r_value.substr(1, r_value.size() - 2);
	}
	return !r_name.empty();
}

bool ws_parse_set_cookie(std::string_view p_value, WSCookie &r_cookie) {
	std::string_view rest = p_value;
	if (!_split_pair(_take_part(rest), r_cookie.name, r_cookie.value)) {
		return false;
	}
	while (!rest.empty()) {
		std::string_view name;
		std::string_view value;
		_split_pair(_take_part(rest), name, value);
		if (http_is_same_token(name, "Secure")) {
			r_cookie.is_secure = true;
		} else if (http_is_same_token(name, "Path") && !value.empty() && value.front() == '/') {
			r_cookie.path = value;
		} else if (http_is_same_token(name, "Max-Age")) {
			r_cookie.is_removal = value == "0" || (!value.empty() && value.front() == '-');
		}
	}
	return true;
}

LocalVector<WSCookie> ws_parse_cookies(std::string_view p_value) {
	LocalVector<WSCookie> cookies;
	std::string_view rest = p_value;
	while (!rest.empty()) {
		WSCookie cookie;
		if (_split_pair(_take_part(rest), cookie.name, cookie.value)) {
			cookies.push_back(cookie);
		}
	}
	return cookies;
}

bool ws_cookie_path_matches(std::string_view p_cookie_path, std::string_view p_target) {
	const std::string_view path = p_target.substr(0, MIN(p_target.find('?'), p_target.size()));
	if (p_cookie_path.empty() || p_cookie_path == path) {
		return true;
	}
	return path.substr(0, p_cookie_path.size()) == p_cookie_path && (p_cookie_path.back() == '/' || path[p_cookie_path.size()] == '/');
}
