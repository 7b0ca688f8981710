// The checks of RFC 6455 §4 in the order in which a person would want to hear of them.
#include "modules/websocket/protocol/ws_handshake.h"

#include "modules/websocket/protocol/ws_sha1.h"

#include <cstdio>
#include <string>

static constexpr std::string_view ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 §1.3.
static constexpr std::string_view VERSION = "13";
static constexpr std::string_view OWN_PREFIX = "Sec-WebSocket-";

// The origin form of a target: an absolute one loses scheme and authority. Empty when it is neither.
static std::string_view _to_origin_form(std::string_view p_target) {
	if (!p_target.empty() && p_target.front() == '/') {
		return p_target;
	}
	const size_t scheme_end = p_target.find("://");
	if (scheme_end == std::string_view::npos || scheme_end == 0 || p_target.substr(0, scheme_end).find('/') != std::string_view::npos) {
		return std::string_view();
	}
	const size_t path = p_target.find('/', scheme_end + 3);
	return path == std::string_view::npos ? std::string_view("/") : p_target.substr(path);
}

// Every two are compared.
static bool _all_tokens_once(const LocalVector<std::string_view> &p_list) {
	for (uint32_t i = 0; i < p_list.size(); i++) {
		if (!http_is_token(p_list[i])) {
			return false;
		}
		for (uint32_t j = 0; j < i; j++) {
			if (p_list[i] == p_list[j]) {
				return false;
			}
		}
	}
	return true;
}

WSRequestParser::Status WSRequestParser::feed(Span<uint8_t> p_bytes, int &r_consumed) {
	switch (head.feed(p_bytes, r_consumed)) {
		case HTTPHead::NEED_MORE:
			return NEED_MORE;
		case HTTPHead::REFUSED:
			if (head.get_error() == HTTPError::HEAD_TOO_LARGE || head.get_error() == HTTPError::TOO_MANY_FIELDS) {
				return _reject(431, "The request head is longer than 8192 bytes or 256 lines.");
			}
			return _reject(400, "The request is not well-formed HTTP.");
		case HTTPHead::DONE:
			break;
	}
	return _check();
}

WSRequestParser::Status WSRequestParser::_reject(int p_status, const char *p_error) {
	http_status = p_status;
	error = p_error;
	return REJECTED;
}

WSRequestParser::Status WSRequestParser::_check() {
	const Status status = _check_request_line();
	return status == DONE ? _check_fields() : status;
}

WSRequestParser::Status WSRequestParser::_check_request_line() {
	HTTPRequestLine line;
	if (!http_parse_request_line(head.get_start_line(), line) || line.minor_version < 1) {
		return _reject(400, "The request line is not \"METHOD target HTTP/1.1\".");
	}
	request.method = line.method;
	request.target = _to_origin_form(line.target);
	if (request.target.empty()) {
		return _reject(400, "The request target is not a path.");
	}
	return DONE;
}

WSRequestParser::Status WSRequestParser::_check_fields() {
	if (head.count_fields("Host") != 1) {
		return _reject(400, "The request must have one Host header.");
	}
	const HTTPFraming framing = http_get_request_framing(head, 1);
	if (framing.error != HTTPError::NONE || framing.kind == HTTPFraming::CHUNKED || framing.length > 0) {
		return _reject(400, "An opening handshake has no body.");
	}
	request.host = head.get_value("Host");
	if (!head.list_has_token("Upgrade", "websocket")) {
		plain_http = true;
		alive = framing.keeps_alive;
		return request.method == "GET" ? _reject(426, "This address speaks WebSocket.") : _reject(405, "A WebSocket opens with GET.");
	}
	if (request.method != "GET") {
		return _reject(405, "A WebSocket opens with GET.");
	}
	if (!head.list_has_token("Connection", "upgrade")) {
		return _reject(400, "The Connection header does not name \"Upgrade\".");
	}
	if (head.count_fields("Sec-WebSocket-Version") != 1 || head.get_value("Sec-WebSocket-Version") != VERSION) {
		return _reject(426, "This server speaks version 13 of the WebSocket protocol.");
	}
	request.key = head.get_value("Sec-WebSocket-Key");
	if (head.count_fields("Sec-WebSocket-Key") != 1 || !ws_is_base64_of_16_bytes(request.key)) {
		return _reject(400, "The Sec-WebSocket-Key header is not 16 bytes in Base64.");
	}
	request.protocols = head.get_list("Sec-WebSocket-Protocol");
	if (request.protocols.size() > WSLimits::MAX_PROTOCOLS) {
		return _reject(431, "The Sec-WebSocket-Protocol header names more than 100 sub-protocols.");
	}
	if (!_all_tokens_once(request.protocols)) {
		return _reject(400, "The Sec-WebSocket-Protocol header is not a list of different tokens.");
	}
	request.origin = head.get_value("Origin");
	request.extensions = head.get_list("Sec-WebSocket-Extensions");
	return DONE;
}

WSResponseParser::Status WSResponseParser::feed(Span<uint8_t> p_bytes, const WSExpectedResponse &p_expected, int &r_consumed) {
	r_consumed = 0;
	while (true) {
		int used = 0;
		const HTTPHead::Status status = head.feed(Span<uint8_t>(p_bytes.ptr() + r_consumed, p_bytes.size() - uint64_t(r_consumed)), used);
		r_consumed += used;
		if (status == HTTPHead::NEED_MORE) {
			return NEED_MORE;
		}
		if (status == HTTPHead::REFUSED) {
			if (head.get_error() == HTTPError::HEAD_TOO_LARGE || head.get_error() == HTTPError::TOO_MANY_FIELDS) {
				return _reject(WSError::HANDSHAKE, "The head of the server's answer is longer than 8192 bytes or 256 lines.");
			}
			return _reject(WSError::HANDSHAKE, "The server's answer is not well-formed HTTP.");
		}
		HTTPStatusLine line;
		if (!http_parse_status_line(head.get_start_line(), line)) {
			return _reject(WSError::HANDSHAKE, "The server's answer has no HTTP status line.");
		}
		http_status = line.status;
		if (line.minor_version < 1) {
			return _reject(WSError::HANDSHAKE, "The server answered in HTTP/1.0, which cannot switch protocols.");
		}
		if (http_status == 101 || http_status >= 200) {
			return _check(p_expected);
		}
		if (++interim_count > MAX_INTERIM) { // RFC 9110 §15.2.
			return _reject(WSError::HANDSHAKE, "The server sent more than 8 interim answers.");
		}
		head.reset();
	}
}

WSResponseParser::Status WSResponseParser::_reject(WSError p_error, const char *p_text) {
	error = p_error;
	error_text = p_text;
	return REJECTED;
}

WSResponseParser::Status WSResponseParser::_check(const WSExpectedResponse &p_expected) {
	if (http_status != 101) {
		return _reject(WSError::HTTP_STATUS, "The server refused the connection.");
	}
	if (!head.list_has_token("Upgrade", "websocket")) {
		return _reject(WSError::HANDSHAKE, "The server's answer has no \"Upgrade: websocket\".");
	}
	if (!head.list_has_token("Connection", "upgrade")) {
		return _reject(WSError::HANDSHAKE, "The server's answer has no \"Connection: Upgrade\".");
	}
	char accept[WS_ACCEPT_LENGTH];
	ws_make_accept(p_expected.key, accept);
	if (head.count_fields("Sec-WebSocket-Accept") != 1 || head.get_value("Sec-WebSocket-Accept") != std::string_view(accept, WS_ACCEPT_LENGTH)) {
		return _reject(WSError::HANDSHAKE, "The server's Sec-WebSocket-Accept does not belong to our key.");
	}
	if (!p_expected.extensions_offered && head.get_list("Sec-WebSocket-Extensions").size() > 0) {
		return _reject(WSError::HANDSHAKE, "The server chose an extension that was not offered.");
	}
	return _check_protocol(p_expected);
}

WSResponseParser::Status WSResponseParser::_check_protocol(const WSExpectedResponse &p_expected) {
	if (head.count_fields("Sec-WebSocket-Protocol") > 1) {
		return _reject(WSError::SUBPROTOCOL, "The server chose more than one sub-protocol.");
	}
	protocol = head.get_value("Sec-WebSocket-Protocol");
	if (protocol.empty()) {
		return p_expected.protocols.is_empty() ? DONE : _reject(WSError::SUBPROTOCOL, "The server supports none of the sub-protocols offered.");
	}
	for (const std::string_view &offered : p_expected.protocols) {
		if (offered == protocol) {
			return DONE;
		}
	}
	return _reject(WSError::SUBPROTOCOL, "The server chose a sub-protocol that was not offered.");
}

static void _append(WSBuffer &r_out, std::string_view p_text) {
	r_out.append(p_text.data(), int(p_text.size()));
}

static void _append_header(WSBuffer &r_out, std::string_view p_name, std::string_view p_value) {
	_append(r_out, p_name);
	_append(r_out, ": ");
	_append(r_out, p_value);
	_append(r_out, "\r\n");
}

static void _append_lines(WSBuffer &r_out, const LocalVector<std::string_view> &p_lines) {
	for (const std::string_view &line : p_lines) {
		_append(r_out, line);
		_append(r_out, "\r\n");
	}
}

static std::string_view _get_name(std::string_view p_line) {
	return p_line.substr(0, MIN(p_line.find(':'), p_line.size()));
}

static bool _has_line(const LocalVector<std::string_view> &p_lines, std::string_view p_name) {
	for (const std::string_view &line : p_lines) {
		if (http_is_same_token(_get_name(line), p_name)) {
			return true;
		}
	}
	return false;
}

bool ws_is_own_header(std::string_view p_line) {
	const std::string_view name = _get_name(p_line);
	return http_is_same_token(name, "Upgrade") || http_is_same_token(name, "Connection") || http_is_same_token(name, "Content-Length") ||
			http_is_same_token(name, "Transfer-Encoding") || http_is_same_token(name.substr(0, MIN(name.size(), OWN_PREFIX.size())), OWN_PREFIX);
}

void ws_make_key(const uint8_t p_random[16], char r_key[WS_KEY_LENGTH]) {
	ws_base64_encode(p_random, 16, r_key);
}

void ws_make_accept(std::string_view p_key, char r_accept[WS_ACCEPT_LENGTH]) {
	char text[WS_KEY_LENGTH + ACCEPT_GUID.size()];
	const size_t key_size = p_key.size() < size_t(WS_KEY_LENGTH) ? p_key.size() : size_t(WS_KEY_LENGTH);
	memcpy(text, p_key.data(), key_size);
	memcpy(text + key_size, ACCEPT_GUID.data(), ACCEPT_GUID.size());
	uint8_t digest[20];
	ws_sha1(std::string_view(text, key_size + ACCEPT_GUID.size()), digest);
	ws_base64_encode(digest, 20, r_accept);
}

void ws_write_request(const WSRequestHead &p_head, WSBuffer &r_out) {
	_append(r_out, "GET ");
	_append(r_out, p_head.target);
	_append(r_out, " HTTP/1.1\r\n");
	if (!_has_line(p_head.extra_headers, "Host")) {
		_append_header(r_out, "Host", p_head.host);
	}
	_append_header(r_out, "Upgrade", "websocket");
	_append_header(r_out, "Connection", "Upgrade");
	_append_header(r_out, "Sec-WebSocket-Key", p_head.key);
	_append_header(r_out, "Sec-WebSocket-Version", VERSION);
	if (!p_head.protocols.is_empty()) {
		_append(r_out, "Sec-WebSocket-Protocol: ");
		for (uint32_t i = 0; i < p_head.protocols.size(); i++) {
			_append(r_out, i > 0 ? ", " : "");
			_append(r_out, p_head.protocols[i]);
		}
		_append(r_out, "\r\n");
	}
	if (!p_head.extensions.empty()) {
		_append_header(r_out, "Sec-WebSocket-Extensions", p_head.extensions);
	}
	_append_lines(r_out, p_head.extra_headers);
	_append(r_out, "\r\n");
}

void ws_write_response(std::string_view p_key, std::string_view p_protocol, std::string_view p_extensions, const LocalVector<std::string_view> &p_extra_headers, WSBuffer &r_out) {
	char accept[WS_ACCEPT_LENGTH];
	ws_make_accept(p_key, accept);
	_append(r_out, "HTTP/1.1 101 Switching Protocols\r\n");
	_append_header(r_out, "Upgrade", "websocket");
	_append_header(r_out, "Connection", "Upgrade");
	_append_header(r_out, "Sec-WebSocket-Accept", std::string_view(accept, WS_ACCEPT_LENGTH));
	if (!p_protocol.empty()) {
		_append_header(r_out, "Sec-WebSocket-Protocol", p_protocol);
	}
	if (!p_extensions.empty()) {
		_append_header(r_out, "Sec-WebSocket-Extensions", p_extensions);
	}
	_append_lines(r_out, p_extra_headers);
	_append(r_out, "\r\n");
}

void ws_write_refusal(int p_status, std::string_view p_text, WSBuffer &r_out) {
	ws_write_refusal(p_status, LocalVector<std::string_view>(), std::string(p_text) + "\n", r_out);
}

void ws_write_refusal(int p_status, const LocalVector<std::string_view> &p_extra_headers, std::string_view p_body, WSBuffer &r_out) {
	char number[16];
	snprintf(number, sizeof(number), "%d ", p_status);
	_append(r_out, "HTTP/1.1 ");
	_append(r_out, number);
	_append(r_out, http_get_reason_phrase(p_status));
	_append(r_out, "\r\n");
	_append_header(r_out, "Connection", p_status == 426 ? "close, Upgrade" : "close");
	if (p_status == 426) {
		_append_header(r_out, "Upgrade", "websocket");
		_append_header(r_out, "Sec-WebSocket-Version", VERSION);
	} else if (p_status == 405) {
		_append_header(r_out, "Allow", "GET");
	}
	if (!_has_line(p_extra_headers, "Content-Type")) {
		_append_header(r_out, "Content-Type", "text/plain; charset=utf-8");
	}
	_append_lines(r_out, p_extra_headers);
	snprintf(number, sizeof(number), "%d", int(p_body.size()));
	_append_header(r_out, "Content-Length", number);
	_append(r_out, "\r\n");
	_append(r_out, p_body);
}

std::string_view ws_choose_protocol(const LocalVector<std::string_view> &p_offered, const LocalVector<std::string_view> &p_supported) {
	for (const std::string_view &offered : p_offered) {
		for (const std::string_view &supported : p_supported) {
			if (offered == supported) {
				return offered;
			}
		}
	}
	return std::string_view();
}
