// HTTPUrl: see the header.
#include "core/io/http_url.h"

static bool is_host(const String &p_host) {
	for (int64_t i = 0; i < p_host.length(); i++) {
		const char32_t c = p_host[i];
		if (c <= ' ' || c == 0x7f || String("@/\\?#[]<>^`{|}\"").contains(String::chr(c))) {
			return false;
		}
	}
	return !p_host.is_empty();
}

static String encode_target(const String &p_target) {
	const CharString bytes = p_target.utf8();
	String encoded;
	for (int64_t i = 0; i < bytes.length(); i++) {
		const uint8_t byte = uint8_t(bytes.get_data()[i]);
		if (byte > ' ' && byte < 0x7f) {
			encoded += char32_t(byte);
		} else {
			static constexpr char DIGITS[] = "0123456789ABCDEF";
			encoded += '%';
			encoded += char32_t(DIGITS[byte >> 4]);
			encoded += char32_t(DIGITS[byte & 15]);
		}
	}
	return encoded;
}

// Host and port of an authority; false for a port that is no port.
static bool take_authority(const String &p_authority, HTTPUrl &r_url) {
	String port_text;
	const int64_t bracket = p_authority.find("]");
	if (p_authority.begins_with("[")) {
		if (bracket < 0) {
			return false;
		}
		r_url.host = p_authority.substr(1, bracket - 1);
		port_text = p_authority.substr(bracket + 1);
	} else {
		const int64_t colon = p_authority.find(":");
		r_url.host = colon < 0 ? p_authority : p_authority.substr(0, colon);
		port_text = colon < 0 ? String() : p_authority.substr(colon);
	}
	r_url.host = r_url.host.to_lower();
	r_url.port = r_url.secure ? 443 : 80;
	if (port_text.is_empty() || port_text == ":") {
		return true;
	}
	const String digits = port_text.substr(1);
	if (!port_text.begins_with(":") || digits.length() > 5) {
		return false;
	}
	for (int64_t i = 0; i < digits.length(); i++) {
		if (digits[i] < '0' || digits[i] > '9') {
			return false;
		}
	}
	r_url.port = int(digits.to_int());
	return r_url.port > 0 && r_url.port < 65536;
}

Error HTTPUrl::parse(const String &p_url, HTTPUrl &r_url, String &r_error) {
	const String text = p_url.strip_edges();
	const String lower = text.to_lower();
	HTTPUrl url;
	url.secure = lower.begins_with("https://");
	if (!url.secure && !lower.begins_with("http://")) {
		r_error = "\"" + p_url + "\" is no URL that begins with http:// or https://.";
		return ERR_INVALID_PARAMETER;
	}
	String rest = text.substr(url.secure ? 8 : 7).get_slicec('#', 0);
	int64_t end = 0;
	while (end < rest.length() && rest[end] != '/' && rest[end] != '?') {
		end++;
	}
	const String authority = rest.substr(0, end);
	rest = rest.substr(end);
	if (authority.contains("@")) {
		r_error = "The URL holds a user name: send it with a header instead (\"Authorization: Basic ...\", see Marshalls.utf8_to_base64()).";
		return ERR_INVALID_PARAMETER;
	}
	if (!take_authority(authority, url) || !is_host(url.host)) {
		r_error = "\"" + authority + "\" is no host, with or without a port between 1 and 65535.";
		return ERR_INVALID_PARAMETER;
	}
	url.target = encode_target(rest.begins_with("/") ? rest : "/" + rest);
	r_url = url;
	return OK;
}

// RFC 3986 §5.2.4.
static String without_dot_segments(const String &p_path) {
	Vector<String> kept;
	const Vector<String> segments = p_path.split("/");
	for (int64_t i = 1; i < segments.size(); i++) {
		const bool is_last = i + 1 == segments.size();
		if (segments[i] == "..") {
			if (!kept.is_empty()) {
				kept.resize(kept.size() - 1);
			}
		} else if (segments[i] != ".") {
			kept.push_back(segments[i]);
			continue;
		}
		if (is_last) {
			kept.push_back(String());
		}
	}
	return "/" + String("/").join(kept);
}

Error HTTPUrl::follow(const String &p_location, HTTPUrl &r_url, String &r_error) const {
	const String location = p_location.strip_edges().get_slicec('#', 0);
	const int64_t scheme_end = location.find("://");
	if (scheme_end > 0 && !location.substr(0, scheme_end).contains("/") && !location.substr(0, scheme_end).contains("?")) {
		return parse(location, r_url, r_error);
	}
	if (location.begins_with("//")) {
		return parse((secure ? "https:" : "http:") + location, r_url, r_error);
	}
	const String own_path = target.get_slicec('?', 0);
	HTTPUrl next = *this;
	if (location.begins_with("?")) {
		next.target = own_path + location;
	} else if (!location.is_empty()) {
		const String query = location.contains("?") ? location.substr(location.find("?")) : String();
		const String path = location.get_slicec('?', 0);
		const String whole = path.begins_with("/") ? path : own_path.substr(0, own_path.rfind("/") + 1) + path;
		next.target = without_dot_segments(whole) + query;
	}
	next.target = encode_target(next.target);
	r_url = next;
	return OK;
}
