// Taking a URL apart, refusing what would be ambiguous.
#include "modules/websocket/transport/ws_url.h"

static Error _refuse(const String &p_url, const char *p_why, String &r_error) {
	r_error = "\"" + p_url + "\" is not a WebSocket URL: " + p_why;
	return ERR_INVALID_PARAMETER;
}

static bool _is_host(const String &p_host, bool p_bracketed) {
	for (char32_t c : p_host) {
		const bool odd = c <= ' ' || c == 0x7F || c == '[' || c == ']' || c == '@' || c == '\\' || c == '%';
		if (odd || (c == ':' && !p_bracketed)) {
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
	for (char32_t c : p_text) {
		if (c < '0' || c > '9') {
			return false;
		}
		port = port * 10 + int(c - '0');
	}
	r_port = port;
	return port >= 1 && port <= 65535;
}

Error WSUrl::parse(const String &p_url, WSUrl &r_url, String &r_error) {
	WSUrl url;
	String rest = p_url.strip_edges();
	const int64_t scheme_end = rest.find("://");
	if (scheme_end >= 0) {
		const String scheme = rest.left(scheme_end).to_lower();
		if (scheme != "ws" && scheme != "wss") {
			return _refuse(p_url, "the scheme must be ws:// or wss://.", r_error);
		}
		url.secure = scheme == "wss";
		url.port = url.secure ? 443 : 80;
		rest = rest.substr(scheme_end + 3);
	}
	const int64_t authority_end = _find_authority_end(rest);
	const String authority = rest.left(authority_end);
	String target = rest.substr(authority_end);
	if (authority.contains_char('@')) {
		return _refuse(p_url, "a user name cannot stand in it; send an Authorization header (handshake_headers).", r_error);
	}
	const bool bracketed = authority.begins_with("[");
	const int64_t host_end = bracketed ? authority.find_char(']') : authority.find_char(':');
	if (bracketed && host_end < 0) {
		return _refuse(p_url, "the bracket around the IPv6 address is not closed.", r_error);
	}
	const String host = host_end < 0 ? authority : authority.left(host_end);
	const String after_host = host_end < 0 ? String() : authority.substr(host_end + (bracketed ? 1 : 0));
	url.host = bracketed ? host.substr(1) : host;
	if (!_is_host(url.host, bracketed)) {
		return _refuse(p_url, "the host is missing or malformed.", r_error);
	}
	if (!after_host.is_empty() && (after_host[0] != ':' || !_parse_port(after_host.substr(1), url.port))) {
		return _refuse(p_url, "the port must be a number from 1 to 65535.", r_error);
	}
	const int64_t fragment = target.find_char('#');
	target = fragment < 0 ? target : target.left(fragment);
	url.target = _encode_target(target.begins_with("/") ? target : "/" + target);
	r_url = url;
	return OK;
}

String WSUrl::get_host_header() const {
	String header = host.contains_char(':') ? "[" + host + "]" : host;
	if (port != (secure ? 443 : 80)) {
		header += ":" + itos(port);
	}
	return header;
}
