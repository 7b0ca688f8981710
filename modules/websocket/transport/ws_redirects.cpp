// The little of RFC 6265 and of the fetch algorithm that a handshake needs.
#include "modules/websocket/transport/ws_redirects.h"

#include "modules/websocket/protocol/ws_cookies.h"

static constexpr uint32_t MAX_COOKIES = 64;

static String _to_string(std::string_view p_text) {
	return String::utf8(p_text.data(), int64_t(p_text.size()));
}

static String _get_name(const String &p_line) {
	return p_line.left(MAX(p_line.find_char(':'), int64_t(0))).to_lower();
}

static String _get_value(const String &p_line) {
	return p_line.substr(p_line.find_char(':') + 1).strip_edges();
}

bool WSRedirects::is_redirect(int p_status) {
	return (p_status >= 301 && p_status <= 303) || p_status == 307 || p_status == 308;
}

void WSRedirects::_keep_cookie(const WSUrl &p_from, const String &p_text) {
	const CharString bytes = p_text.utf8();
	WSCookie parsed;
	if (!ws_parse_set_cookie(std::string_view(bytes.get_data(), size_t(bytes.length())), parsed)) {
		return;
	}
	const Cookie cookie = { p_from, _to_string(parsed.name), _to_string(parsed.value), _to_string(parsed.path), parsed.is_secure };
	for (uint32_t i = 0; i < cookies.size(); i++) {
		if (cookies[i].name == cookie.name && cookies[i].path == cookie.path && cookies[i].origin.is_same_site(p_from)) {
			cookies.remove_at(i);
			break;
		}
	}
	if (!parsed.is_removal && cookies.size() < MAX_COOKIES) {
		cookies.push_back(cookie);
	}
}

const char *WSRedirects::follow(const WSUrl &p_from, const Vector<String> &p_headers, WSUrl &r_next) {
	String location;
	for (const String &line : p_headers) {
		const String name = _get_name(line);
		if (name == "location" && location.is_empty()) {
			location = _get_value(line);
		} else if (name == "set-cookie") {
			_keep_cookie(p_from, _get_value(line));
		}
	}
	String unused;
	if (location.is_empty() || p_from.follow(location, r_next, unused) != OK) {
		return "The server sends us on without saying where to.";
	}
	if (p_from.secure && !r_next.secure) {
		return "The server sends us from wss:// to ws://, where anybody could listen.";
	}
	if (!r_next.socket_path.is_empty() && p_from.socket_path != r_next.socket_path) {
		return "The server sends us to a Unix socket of this machine.";
	}
	hops++;
	return nullptr;
}

Vector<String> WSRedirects::get_headers(const WSUrl &p_url, const Vector<String> &p_own) const {
	String sent_cookies;
	Vector<String> lines;
	for (const String &line : p_own) {
		const String name = _get_name(line);
		if (name == "cookie" && p_url.is_same_site(first)) {
			sent_cookies = _get_value(line);
		} else if (name != "cookie" && (p_url.is_same_site(first) || (name != "authorization" && name != "host"))) {
			lines.push_back(line);
		}
	}
	const CharString target = p_url.target.utf8();
	for (const Cookie &cookie : cookies) {
		const CharString path = cookie.path.utf8();
		const bool matches = ws_cookie_path_matches(std::string_view(path.get_data(), size_t(path.length())), std::string_view(target.get_data(), size_t(target.length())));
		if (cookie.origin.is_same_site(p_url) && matches && (!cookie.is_secure || p_url.secure)) {
			sent_cookies += (sent_cookies.is_empty() ? "" : "; ") + cookie.name + "=" + cookie.value;
		}
	}
	if (!sent_cookies.is_empty()) {
		lines.push_back("Cookie: " + sent_cookies);
	}
	return lines;
}
