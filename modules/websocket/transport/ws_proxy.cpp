// The environment's words are those that curl and others understand.
#include "modules/websocket/transport/ws_proxy.h"

#include "core/os/os.h"

Error WSProxy::check(const String &p_setting, String &r_error) {
	WSUrl unused;
	return p_setting.is_empty() || p_setting == FROM_ENVIRONMENT ? OK : WSUrl::parse_proxy(p_setting, unused, r_error);
}

// Capitals after small letters, as curl does it. HTTP_PROXY in capitals may be the header "Proxy" of a request that a CGI program serves.
static String _get_variable(const char *p_small, const char *p_capitals) {
	const OS *os = OS::get_singleton();
	const String value = os->get_environment(p_small);
	return value.is_empty() && p_capitals ? os->get_environment(p_capitals) : value;
}

static String _find_in_environment(bool p_secure) {
	const bool is_cgi = OS::get_singleton()->has_environment("REQUEST_METHOD");
	const String own = p_secure ? _get_variable("https_proxy", "HTTPS_PROXY") : _get_variable("http_proxy", is_cgi ? nullptr : "HTTP_PROXY");
	return own.is_empty() ? _get_variable("all_proxy", "ALL_PROXY") : own;
}

static bool _is_this_machine(const String &p_host) {
	return p_host == "localhost" || p_host.begins_with("127.") || p_host == "::1";
}

bool WSProxy::is_exempt(const String &p_host, const String &p_list) {
	const String host = p_host.to_lower();
	for (const String &entry : p_list.to_lower().replace(" ", ",").split(",", false)) {
		String name = entry.begins_with("*.") ? entry.substr(1) : entry;
		const bool is_address = name.begins_with("[");
		name = is_address ? name.substr(1, name.find_char(']') - 1) : name;
		const int64_t colon = is_address || name.get_slice_count(":") != 2 ? -1 : name.find_char(':');
		name = colon < 0 ? name : name.left(colon); // Of a port that goes with it.
		name = name.begins_with(".") ? name.substr(1) : name;
		if (name == "*" || host == name || (!name.is_empty() && host.ends_with("." + name))) {
			return true;
		}
	}
	return false;
}

Error WSProxy::choose(const String &p_setting, const WSUrl &p_target, WSUrl &r_proxy, String &r_error) {
	r_proxy = WSUrl();
	if (p_setting.is_empty() || !p_target.socket_path.is_empty()) {
		return OK;
	}
	if (p_setting != FROM_ENVIRONMENT) {
		return WSUrl::parse_proxy(p_setting, r_proxy, r_error);
	}
	const String found = _find_in_environment(p_target.secure);
	if (found.is_empty() || _is_this_machine(p_target.host) || is_exempt(p_target.host, _get_variable("no_proxy", "NO_PROXY"))) {
		return OK;
	}
	return WSUrl::parse_proxy(found.contains("://") ? found : "http://" + found, r_proxy, r_error);
}

CharString WSTunnel::make_request(const WSUrl &p_target, const WSUrl &p_proxy) {
	const String authority = p_target.get_authority(true);
	String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
	if (!p_proxy.credentials.is_empty()) {
		request += "Proxy-Authorization: " + p_proxy.get_authorization() + "\r\n";
	}
	return (request + "\r\n").utf8();
}

WSTunnel::Status WSTunnel::_refuse(const String &p_text) {
	error_text = p_text;
	return REFUSED;
}

WSTunnel::Status WSTunnel::feed(Span<uint8_t> p_bytes) {
	int64_t used = 0;
	while (true) {
		int step = 0;
		const HTTPHead::Status status = head.feed(Span<uint8_t>(p_bytes.ptr() + used, p_bytes.size() - uint64_t(used)), step);
		used += step;
		if (status == HTTPHead::NEED_MORE) {
			return NEED_MORE;
		}
		HTTPStatusLine line;
		if (status == HTTPHead::REFUSED || !http_parse_status_line(head.get_start_line(), line)) {
			return _refuse("does not answer in HTTP.");
		}
		if (line.status >= 200 && line.status < 300) {
			return used == int64_t(p_bytes.size()) ? DONE : _refuse("sent more than an answer.");
		}
		if (line.status == 407 || line.status == 401) {
			return _refuse("wants a user and a password, or others than these (HTTP status " + itos(line.status) + "): http://user:password@host:port.");
		}
		if (line.status >= 200) {
			return _refuse("does not let us through (HTTP status " + itos(line.status) + " " + String::utf8(line.reason.data(), int64_t(line.reason.size())) + ").");
		}
		head.reset();
	}
}
