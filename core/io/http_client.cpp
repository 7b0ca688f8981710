// HTTPClient: what scripts see. The exchange itself is in http_client_exchange.cpp.
#include "core/io/http_client.h"

#include "core/config/project_settings.h"
#include "core/io/ip_platform.h"
#include "core/object/class_db.h"
#include "core/os/os.h"
#include "core/version.h"

#include <cstring>

static constexpr const char *METHOD_NAMES[HTTPClient::METHOD_MAX] = { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH" };

const char *HTTPClient::get_method_name(Method p_method) {
	return METHOD_NAMES[p_method];
}

static std::string_view view_of(const CharString &p_text) {
	return std::string_view(p_text.get_data(), size_t(p_text.length()));
}

static bool is_port(int p_port) {
	return p_port > 0 && p_port < 65536;
}

Error HTTPClient::connect_to_host(const String &p_host, int p_port, const Ref<TLSOptions> &p_tls_options) {
	ERR_FAIL_COND_V_MSG(!IPPlatform::can_resolve(), ERR_UNAVAILABLE, "HTTPClient is not available on this platform: a browser gives no sockets.");
	ERR_FAIL_COND_V_MSG(p_tls_options.is_valid() && p_tls_options->is_server(), ERR_INVALID_PARAMETER, "These TLSOptions are for a server: use TLSOptions.client().");
	ERR_FAIL_COND_V_MSG(p_port != -1 && !is_port(p_port), ERR_INVALID_PARAMETER, "The port " + itos(p_port) + " must lie between 1 and 65535, or be -1 for the one of HTTP or HTTPS.");
	close();
	host = p_host;
	tls_options = p_tls_options;
	const String lower = p_host.to_lower();
	if (lower.begins_with("http://")) {
		host = p_host.substr(7);
		tls_options.unref();
	} else if (lower.begins_with("https://")) {
		host = p_host.substr(8);
		if (tls_options.is_null()) {
			tls_options = TLSOptions::client();
		}
	}
	if (host.begins_with("[") && host.ends_with("]")) {
		host = host.substr(1, host.length() - 2);
	}
	ERR_FAIL_COND_V_MSG(host.is_empty(), ERR_INVALID_PARAMETER, "The host is empty: pass an address or a name.");
	uses_tls = tls_options.is_valid();
	port = p_port == -1 ? (uses_tls ? 443 : 80) : p_port;
	const bool has_proxy = uses_tls ? !https_proxy_host.is_empty() : !http_proxy_host.is_empty();
	uses_http_proxy = has_proxy && !uses_tls;
	const String next_host = has_proxy ? (uses_tls ? https_proxy_host : http_proxy_host) : host;
	tcp.instantiate();
	connection = tcp;
	status = STATUS_CONNECTING;
	step = STEP_TCP;
	const int seconds = ProjectSettings::get_singleton()->get_setting("network/limits/tcp/connect_timeout_seconds", 30);
	connect_deadline = OS::get_singleton()->get_ticks_msec() + uint64_t((connect_timeout > 0 ? connect_timeout : double(MAX(seconds, 1))) * 1000.0);
	const Error error = tcp->connect_to_host(next_host, has_proxy ? (uses_tls ? https_proxy_port : http_proxy_port) : port);
	if (error == ERR_INVALID_PARAMETER) {
		close();
		return error;
	}
	if (tcp->is_resolving()) {
		status = STATUS_RESOLVING;
	}
	return OK; // What failed at once shows with poll(), too.
}

void HTTPClient::set_connection(const Ref<StreamPeer> &p_connection) {
	ERR_FAIL_COND_MSG(p_connection.is_null(), "The connection is null: pass a StreamPeer that is connected.");
	if (p_connection == connection) {
		return;
	}
	close();
	connection = p_connection;
	status = STATUS_CONNECTED;
}

void HTTPClient::close() {
	_drop_connection();
	host = String();
	port = -1;
	error_message = String();
	status_line = HTTPStatusLine();
	framing = HTTPFraming();
	framing.kind = HTTPFraming::UNTIL_CLOSE; // No length is known.
	has_headers = false;
	head.reset();
	status = STATUS_DISCONNECTED;
}

void HTTPClient::set_http_proxy(const String &p_host, int p_port) {
	const bool is_set = !p_host.is_empty() && p_port != -1;
	ERR_FAIL_COND_MSG(is_set && !is_port(p_port), "The proxy's port " + itos(p_port) + " must lie between 1 and 65535.");
	http_proxy_host = is_set ? p_host : String();
	http_proxy_port = is_set ? p_port : -1;
}

void HTTPClient::set_https_proxy(const String &p_host, int p_port) {
	const bool is_set = !p_host.is_empty() && p_port != -1;
	ERR_FAIL_COND_MSG(is_set && !is_port(p_port), "The proxy's port " + itos(p_port) + " must lie between 1 and 65535.");
	https_proxy_host = is_set ? p_host : String();
	https_proxy_port = is_set ? p_port : -1;
}

Error HTTPClient::_check_request(Method p_method, const String &p_url, const Vector<String> &p_headers) const {
	ERR_FAIL_INDEX_V_MSG(p_method, METHOD_MAX, ERR_INVALID_PARAMETER, "This is no method: use one of the METHOD_ constants.");
	ERR_FAIL_COND_V_MSG(status != STATUS_CONNECTED, ERR_INVALID_PARAMETER, "A request needs STATUS_CONNECTED: connect first, and read a response to its end before the next request.");
	ERR_FAIL_COND_V_MSG(connection.is_null(), ERR_INVALID_DATA, "There is no connection.");
	const bool has_form = p_method == METHOD_CONNECT ? !p_url.is_empty() : (p_url.begins_with("/") || (p_method == METHOD_OPTIONS && p_url == "*"));
	ERR_FAIL_COND_V_MSG(!has_form, ERR_INVALID_PARAMETER, "\"" + p_url + "\" is no path: it begins with \"/\" (for CONNECT: host:port).");
	for (int64_t i = 0; i < p_url.length(); i++) {
		ERR_FAIL_COND_V_MSG(p_url[i] <= ' ' || p_url[i] == 0x7f, ERR_INVALID_PARAMETER, "The URL has blanks or control characters: use String.uri_encode() for its parts.");
	}
	for (int64_t i = 0; i < p_headers.size(); i++) {
		const CharString line = p_headers[i].utf8();
		ERR_FAIL_COND_V_MSG(!http_is_header_line(view_of(line)), ERR_INVALID_PARAMETER, "The header at index " + itos(i) + " is not \"Name: value\": \"" + p_headers[i] + "\".");
	}
	return OK;
}

Error HTTPClient::request(Method p_method, const String &p_url, const Vector<String> &p_headers, const uint8_t *p_body, int p_body_size) {
	const Error checked = _check_request(p_method, p_url, p_headers);
	if (checked != OK) {
		return checked;
	}
	method = p_method;
	_write_head(p_method, p_url, p_headers, p_body_size);
	_write_body(p_body, p_body_size);
	head.reset();
	input.clear();
	input_begin = 0;
	interim_responses = 0;
	has_headers = false;
	status = STATUS_REQUESTING;
	const Error sent = _send_output(); // The rest goes with poll().
	return sent == ERR_BUSY ? OK : sent;
}

Error HTTPClient::_request(Method p_method, const String &p_url, const Vector<String> &p_headers, const String &p_body) {
	const CharString body = p_body.utf8();
	return request(p_method, p_url, p_headers, reinterpret_cast<const uint8_t *>(body.get_data()), int(body.length()));
}

Error HTTPClient::_request_raw(Method p_method, const String &p_url, const Vector<String> &p_headers, const Vector<uint8_t> &p_body) {
	return request(p_method, p_url, p_headers, p_body.ptr(), int(p_body.size()));
}

void HTTPClient::_append(const String &p_text) {
	const CharString bytes = p_text.utf8();
	const uint32_t old_size = output.size();
	output.resize(old_size + uint32_t(bytes.length()));
	memcpy(output.ptr() + old_size, bytes.get_data(), size_t(bytes.length()));
}

String HTTPClient::_get_host_header() const {
	const String name = host.contains(":") ? "[" + host + "]" : host;
	return port == (uses_tls ? 443 : 80) || port < 0 ? name : name + ":" + itos(port);
}

static String get_agent() {
	return "Estragon/" + itos(ESTRAGON_VERSION_MAJOR) + "." + itos(ESTRAGON_VERSION_MINOR) + "." + itos(ESTRAGON_VERSION_PATCH) + " (" + OS::get_singleton()->get_name() + ")";
}

void HTTPClient::_write_head(Method p_method, const String &p_url, const Vector<String> &p_headers, int p_body_size) {
	output.clear();
	output_begin = 0;
	const String target = uses_http_proxy && p_url.begins_with("/") ? "http://" + _get_host_header() + p_url : p_url;
	_append(String(METHOD_NAMES[p_method]) + " " + target + " HTTP/1.1\r\n");
	bool names_host = false;
	bool names_length = false;
	bool names_agent = false;
	bool names_accept = false;
	chunks_body = false;
	may_switch = p_method == METHOD_CONNECT;
	for (int64_t i = 0; i < p_headers.size(); i++) {
		const String &line = p_headers[i];
		_append(line + "\r\n");
		const CharString name = line.get_slicec(':', 0).utf8();
		names_host |= http_is_same_token(view_of(name), "Host");
		names_length |= http_is_same_token(view_of(name), "Content-Length");
		names_agent |= http_is_same_token(view_of(name), "User-Agent");
		names_accept |= http_is_same_token(view_of(name), "Accept");
		may_switch |= http_is_same_token(view_of(name), "Upgrade");
		chunks_body |= http_is_same_token(view_of(name), "Transfer-Encoding");
	}
	if (!names_host) {
		_append("Host: " + _get_host_header() + "\r\n");
	}
	const bool expects_body = p_method == METHOD_POST || p_method == METHOD_PUT || p_method == METHOD_PATCH;
	if (!names_length && !chunks_body && (p_body_size > 0 || expects_body)) {
		_append("Content-Length: " + itos(p_body_size) + "\r\n");
	}
	if (!names_agent) {
		_append("User-Agent: " + get_agent() + "\r\n");
	}
	if (!names_accept) {
		_append("Accept: */*\r\n");
	}
	_append("\r\n");
}

void HTTPClient::_write_body(const uint8_t *p_body, int p_body_size) {
	char size_line[HTTP_CHUNK_HEAD_LENGTH];
	if (chunks_body && p_body_size > 0) {
		const int length = http_write_chunk_head(p_body_size, size_line);
		_append(String::utf8(size_line, length));
	}
	if (p_body_size > 0) {
		const uint32_t old_size = output.size();
		output.resize(old_size + uint32_t(p_body_size));
		memcpy(output.ptr() + old_size, p_body, size_t(p_body_size));
	}
	if (chunks_body) {
		_append(p_body_size > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n");
	}
}

Vector<String> HTTPClient::take_response_headers() {
	Vector<String> lines;
	if (has_headers) {
		for (const HTTPHead::Field &field : head.get_fields()) {
			const char *const end = field.value.data() + field.value.size();
			lines.push_back(String::utf8(field.name.data(), end - field.name.data()));
		}
		has_headers = false;
	}
	return lines;
}

Dictionary HTTPClient::_get_response_headers_as_dictionary() {
	Dictionary fields;
	if (has_headers) {
		for (const HTTPHead::Field &field : head.get_fields()) {
			fields[String::utf8(field.name.data(), int64_t(field.name.size()))] = String::utf8(field.value.data(), int64_t(field.value.size()));
		}
		has_headers = false;
	}
	return fields;
}

String HTTPClient::get_response_header(std::string_view p_name) const {
	const std::string_view value = head.get_value(p_name);
	return String::utf8(value.data(), int64_t(value.size()));
}

int64_t HTTPClient::get_response_body_length() const {
	switch (framing.kind) {
		case HTTPFraming::NO_BODY:
			return 0;
		case HTTPFraming::LENGTH:
			return framing.length;
		default:
			return -1;
	}
}

void HTTPClient::set_read_chunk_size(int p_bytes) {
	ERR_FAIL_COND_MSG(p_bytes < 256 || p_bytes > (1 << 24), "The size must lie between 256 bytes and 16 MiB.");
	read_chunk_size = p_bytes;
}

static String encode_pair(const String &p_key, const Variant &p_value) {
	return p_value.get_type() == Variant::NIL ? p_key : p_key + "=" + String(p_value).uri_encode();
}

String HTTPClient::query_string_from_dict(const Dictionary &p_fields) const {
	String query;
	const Array keys = p_fields.keys();
	for (int64_t i = 0; i < keys.size(); i++) {
		const String key = String(keys[i]).uri_encode();
		const Variant value = p_fields[keys[i]];
		if (value.get_type() == Variant::ARRAY) {
			const Array elements = value;
			for (int64_t j = 0; j < elements.size(); j++) {
				query += "&" + encode_pair(key, elements[j]);
			}
		} else {
			query += "&" + encode_pair(key, value);
		}
	}
	return query.substr(1);
}

HTTPClient::HTTPClient() :
		head(MAX_HEAD_BYTES) {
	framing.kind = HTTPFraming::UNTIL_CLOSE;
}

HTTPClient::~HTTPClient() {
	close();
}

void HTTPClient::_bind_methods() {
	ClassDB::bind_method(D_METHOD("connect_to_host", "host", "port", "tls_options"), &HTTPClient::connect_to_host, DEFVAL(-1), DEFVAL(Ref<TLSOptions>()));
	ClassDB::bind_method(D_METHOD("set_connection", "connection"), &HTTPClient::set_connection);
	ClassDB::bind_method(D_METHOD("get_connection"), &HTTPClient::get_connection);
	ClassDB::bind_method(D_METHOD("request_raw", "method", "url", "headers", "body"), &HTTPClient::_request_raw);
	ClassDB::bind_method(D_METHOD("request", "method", "url", "headers", "body"), &HTTPClient::_request, DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("close"), &HTTPClient::close);
	ClassDB::bind_method(D_METHOD("has_response"), &HTTPClient::has_response);
	ClassDB::bind_method(D_METHOD("is_response_chunked"), &HTTPClient::is_response_chunked);
	ClassDB::bind_method(D_METHOD("get_response_code"), &HTTPClient::get_response_code);
	ClassDB::bind_method(D_METHOD("get_response_headers"), &HTTPClient::take_response_headers);
	ClassDB::bind_method(D_METHOD("get_response_headers_as_dictionary"), &HTTPClient::_get_response_headers_as_dictionary);
	ClassDB::bind_method(D_METHOD("get_response_body_length"), &HTTPClient::get_response_body_length);
	ClassDB::bind_method(D_METHOD("read_response_body_chunk"), &HTTPClient::read_response_body_chunk);
	ClassDB::bind_method(D_METHOD("set_read_chunk_size", "bytes"), &HTTPClient::set_read_chunk_size);
	ClassDB::bind_method(D_METHOD("get_read_chunk_size"), &HTTPClient::get_read_chunk_size);
	ClassDB::bind_method(D_METHOD("set_blocking_mode", "enabled"), &HTTPClient::set_blocking_mode);
	ClassDB::bind_method(D_METHOD("is_blocking_mode_enabled"), &HTTPClient::is_blocking_mode_enabled);
	ClassDB::bind_method(D_METHOD("get_status"), &HTTPClient::get_status);
	ClassDB::bind_method(D_METHOD("get_error_message"), &HTTPClient::get_error_message);
	ClassDB::bind_method(D_METHOD("poll"), &HTTPClient::poll);
	ClassDB::bind_method(D_METHOD("set_http_proxy", "host", "port"), &HTTPClient::set_http_proxy);
	ClassDB::bind_method(D_METHOD("set_https_proxy", "host", "port"), &HTTPClient::set_https_proxy);
	ClassDB::bind_method(D_METHOD("query_string_from_dict", "fields"), &HTTPClient::query_string_from_dict);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "blocking_mode_enabled"), "set_blocking_mode", "is_blocking_mode_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "connection", PROPERTY_HINT_RESOURCE_TYPE, "StreamPeer", PROPERTY_USAGE_NONE), "set_connection", "get_connection");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "read_chunk_size", PROPERTY_HINT_RANGE, "256,16777216"), "set_read_chunk_size", "get_read_chunk_size");

	BIND_ENUM_CONSTANT(METHOD_GET);
	BIND_ENUM_CONSTANT(METHOD_HEAD);
	BIND_ENUM_CONSTANT(METHOD_POST);
	BIND_ENUM_CONSTANT(METHOD_PUT);
	BIND_ENUM_CONSTANT(METHOD_DELETE);
	BIND_ENUM_CONSTANT(METHOD_OPTIONS);
	BIND_ENUM_CONSTANT(METHOD_TRACE);
	BIND_ENUM_CONSTANT(METHOD_CONNECT);
	BIND_ENUM_CONSTANT(METHOD_PATCH);
	BIND_ENUM_CONSTANT(METHOD_MAX);

	BIND_ENUM_CONSTANT(STATUS_DISCONNECTED);
	BIND_ENUM_CONSTANT(STATUS_RESOLVING);
	BIND_ENUM_CONSTANT(STATUS_CANT_RESOLVE);
	BIND_ENUM_CONSTANT(STATUS_CONNECTING);
	BIND_ENUM_CONSTANT(STATUS_CANT_CONNECT);
	BIND_ENUM_CONSTANT(STATUS_CONNECTED);
	BIND_ENUM_CONSTANT(STATUS_REQUESTING);
	BIND_ENUM_CONSTANT(STATUS_BODY);
	BIND_ENUM_CONSTANT(STATUS_CONNECTION_ERROR);
	BIND_ENUM_CONSTANT(STATUS_TLS_HANDSHAKE_ERROR);

#define HTTP_RESPONSE_CODE(m_name, m_value) BIND_ENUM_CONSTANT(RESPONSE_##m_name);
#include "core/io/http_response_codes.inc"
#undef HTTP_RESPONSE_CODE
}
