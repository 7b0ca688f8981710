// Taking a URL apart, refusing what would be ambiguous.
#include "modules/websocket/transport/ws_url.h"

#include "modules/websocket/protocol/ws_sha1.h"

#include <string>

static constexpr char UNIX_SCHEME[] = "ws+unix:";

static Error _refuse(const String &p_url, const char *p_why, String &r_error) {
	r_error = "\"" + p_url + "\" is not a WebSocket URL: " + p_why;
	return ERR_INVALID_PARAMETER;
}

static bool _is_host(const String &p_host, bool p_bracketed) {
	for (int64_t i = 0; i < p_host.length(); i++) {
		const char32_t c = p_host[i];
		const bool odd = c <= ' ' || c == 0x7F || c == '[' || c == ']' || c == '@' || c == '\\';
		if (odd || ((c == ':' || c == '%') && !p_bracketed)) {
			return false;
		}
	}
	return !p_host.is_empty();
}

// The end of the part of p_text that names host and port.
static int64_t _find_authority_end(const String &p_text) {
	for (int64_t i = 0; i < p_text.length(); i++) {
		const char32_t c = p_text[i];
		if (c == '/' || c == '?' || c == '#') {
			return i;
		}
	}
	return p_text.length();
}

static String _encode_target(const String &p_target) {
	const CharString bytes = p_target.utf8();
	static constexpr char HEX[] = "0123456789ABCDEF";
	String encoded;
	for (int64_t i = 0; i < bytes.length(); i++) {
		const uint8_t byte = uint8_t(bytes[i]);
		if (byte > ' ' && byte < 0x7F) {
			encoded += char32_t(byte);
		} else {
			encoded += char32_t('%');
			encoded += char32_t(HEX[byte >> 4]);
			encoded += char32_t(HEX[byte & 15]);
		}
	}
	return encoded;
}

static bool _parse_port(const String &p_text, int &r_port) {
	if (p_text.is_empty() || p_text.length() > 5) {
		return false;
	}
	int port = 0;
	for (int64_t i = 0; i < p_text.length(); i++) {
		const char32_t c = p_text[i];
		if (c < '0' || c > '9') {
			return false;
		}
		port = port * 10 + int(c - '0');
	}
	r_port = port;
	return port >= 1 && port <= 65535;
}

static int _read_hex_digit(char p_digit) {
	if (p_digit >= '0' && p_digit <= '9') {
		return p_digit - '0';
	}
	const char letter = char(p_digit | 0x20);
	return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

static String _decode_percents(const String &p_text) {
	const CharString encoded = p_text.utf8();
	std::string decoded;
	for (int64_t i = 0; i < encoded.length(); i++) {
		const int high = encoded[i] == '%' && i + 2 < encoded.length() ? _read_hex_digit(encoded[i + 1]) : -1;
		const int low = high >= 0 ? _read_hex_digit(encoded[i + 2]) : -1;
		decoded += low >= 0 ? char(high * 16 + low) : encoded[i];
		i += low >= 0 ? 2 : 0;
	}
	return String::utf8(decoded.data(), int64_t(decoded.size()));
}

static void _set_target(const String &p_target, String &r_target) {
	const int64_t fragment = p_target.find_char('#');
	const String target = fragment < 0 ? p_target : p_target.left(fragment);
	r_target = _encode_target(target.begins_with("/") ? target : "/" + target);
}

String WSUrl::without_credentials(const String &p_url) {
	const int64_t scheme_end = p_url.find("://");
	const int64_t begin = scheme_end < 0 ? 0 : scheme_end + 3;
	const String rest = p_url.substr(begin);
	const int64_t at = rest.left(_find_authority_end(rest)).rfind("@");
	return at < 0 ? p_url : p_url.left(begin) + rest.substr(at + 1);
}

Error WSUrl::parse(const String &p_url, WSUrl &r_url, String &r_error) {
	const String text = p_url.strip_edges();
	const String shown = without_credentials(text);
	if (text.to_lower().begins_with(UNIX_SCHEME)) {
		return _parse_unix(shown, text.substr(int64_t(sizeof(UNIX_SCHEME)) - 1), r_url, r_error);
	}
	WSUrl url;
	const int64_t scheme_end = text.find("://");
	if (scheme_end >= 0) {
		const String scheme = text.left(scheme_end).to_lower();
		if (scheme != "ws" && scheme != "wss") {
			return _refuse(shown, "the scheme must be ws://, wss:// or ws+unix:.", r_error);
		}
		url.secure = scheme == "wss";
		url.port = url.secure ? 443 : 80;
	}
	const Error result = _parse(shown, scheme_end < 0 ? text : text.substr(scheme_end + 3), url, r_error);
	if (result == OK) {
		r_url = url;
	}
	return result;
}

Error WSUrl::parse_proxy(const String &p_url, WSUrl &r_url, String &r_error) {
	const String text = p_url.strip_edges();
	const String shown = without_credentials(text);
	WSUrl url;
	url.port = 8080;
	if (!text.to_lower().begins_with("http://") || _parse(shown, text.substr(7), url, r_error) != OK || url.target != "/") {
		r_error = "\"" + shown + "\" is no proxy: it must have the form http://host:port or http://user:password@host:port.";
		return ERR_INVALID_PARAMETER;
	}
	r_url = url;
	return OK;
}

Error WSUrl::_parse(const String &p_shown, const String &p_rest, WSUrl &r_url, String &r_error) {
	const int64_t authority_end = _find_authority_end(p_rest);
	const Error result = r_url._take_authority(p_shown, p_rest.left(authority_end), r_error);
	if (result == OK) {
		_set_target(p_rest.substr(authority_end), r_url.target);
	}
	return result;
}

Error WSUrl::_take_authority(const String &p_shown, const String &p_authority, String &r_error) {
	const int64_t at = p_authority.rfind("@");
	if (at > 0) {
		credentials = _decode_percents(p_authority.left(at));
		credentials += credentials.contains_char(':') ? "" : ":";
	}
	const String authority = p_authority.substr(at + 1);
	const bool bracketed = authority.begins_with("[");
	const int64_t host_end = bracketed ? authority.find_char(']') : authority.find_char(':');
	if (bracketed && host_end < 0) {
		return _refuse(p_shown, "the bracket around the IPv6 address is not closed.", r_error);
	}
	const String named = host_end < 0 ? authority : authority.left(host_end);
	const String after_host = host_end < 0 ? String() : authority.substr(host_end + (bracketed ? 1 : 0));
	host = bracketed ? named.substr(1) : named;
	const int64_t zone = host.find("%25"); // RFC 6874; a bare percent sign does no harm either.
	if (bracketed && zone >= 0) {
		host = host.left(zone) + "%" + _decode_percents(host.substr(zone + 3));
	}
	if (!_is_host(host, bracketed)) {
		return _refuse(p_shown, "the host is missing or malformed.", r_error);
	}
	if (!after_host.is_empty() && (after_host[0] != ':' || !_parse_port(after_host.substr(1), port))) {
		return _refuse(p_shown, "the port must be a number from 1 to 65535.", r_error);
	}
	return OK;
}

Error WSUrl::_parse_unix(const String &p_shown, const String &p_rest, WSUrl &r_url, String &r_error) {
	const String rest = p_rest.begins_with("//") ? p_rest.substr(2) : p_rest;
	const int64_t path_end = rest.find_char(':');
	WSUrl url;
	url.host = "localhost";
	url.socket_path = _decode_percents(path_end < 0 ? rest : rest.left(path_end));
	if (!url.socket_path.begins_with("/")) {
		return _refuse(p_shown, "a Unix socket is named by its whole path, as in ws+unix:///run/game.sock:/room.", r_error);
	}
	_set_target(path_end < 0 ? String() : rest.substr(path_end + 1), url.target);
	r_url = url;
	return OK;
}

Error WSUrl::follow(const String &p_location, WSUrl &r_url, String &r_error) const {
	const String location = p_location.strip_edges();
	const int64_t scheme_end = location.find("://");
	if (location.begins_with("//")) {
		return parse((secure ? "wss:" : "ws:") + location, r_url, r_error);
	}
	if (scheme_end >= 0 && scheme_end < _find_authority_end(location)) {
		const String scheme = location.left(scheme_end).to_lower();
		const bool is_http = scheme == "http" || scheme == "https";
		return parse((is_http ? (scheme == "https" ? "wss" : "ws") + location.substr(scheme_end) : location), r_url, r_error);
	}
	WSUrl url = *this;
	const String path = target.left(target.contains_char('?') ? target.find_char('?') : target.length());
	if (location.begins_with("/")) {
		_set_target(location, url.target);
	} else {
		_set_target((location.begins_with("?") ? path : path.left(path.rfind("/") + 1)) + location, url.target);
	}
	r_url = url;
	return OK;
}

String WSUrl::get_authority(bool p_always_with_port) const {
	const int64_t zone = host.find_char('%');
	const String name = zone < 0 ? host : host.left(zone);
	const String shown = name.contains_char(':') ? "[" + name + "]" : name;
	return p_always_with_port || port != (secure ? 443 : 80) ? shown + ":" + itos(port) : shown;
}

String WSUrl::get_authorization() const {
	if (credentials.is_empty()) {
		return String();
	}
	const CharString bytes = credentials.utf8();
	std::string text(size_t(bytes.length() + 2) / 3 * 4, 0);
	ws_base64_encode(reinterpret_cast<const uint8_t *>(bytes.get_data()), int(bytes.length()), text.data());
	return "Basic " + String::utf8(text.data(), int64_t(text.size()));
}
