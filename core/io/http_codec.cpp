// Finding the end of a head in pieces, then one pass over its lines; a body is a small state machine.
#include "core/io/http_codec.h"

#include <cstdio>
#include <cstring>

const char *http_get_error_text(HTTPError p_error) {
	switch (p_error) {
		case HTTPError::NONE:
			return "";
		case HTTPError::HEAD_TOO_LARGE:
			return "has a head that is longer than allowed";
		case HTTPError::TOO_MANY_FIELDS:
			return "has more header lines than allowed";
		case HTTPError::BARE_LINE_BREAK:
			return "has a line that does not end with CR LF";
		case HTTPError::CONTROL_CHARACTER:
			return "has a control character in its head";
		case HTTPError::FOLDED_LINE:
			return "has a header line that is continued on the next one";
		case HTTPError::BAD_FIELD:
			return "has a header line that is not \"Name: value\"";
		case HTTPError::BAD_START_LINE:
			return "does not begin with a line of HTTP/1.1";
		case HTTPError::BAD_CONTENT_LENGTH:
			return "has a Content-Length that is not a number";
		case HTTPError::SEVERAL_CONTENT_LENGTHS:
			return "has several Content-Length headers";
		case HTTPError::LENGTH_AND_CHUNKED:
			return "has both Content-Length and Transfer-Encoding";
		case HTTPError::UNKNOWN_TRANSFER_CODING:
			return "has a Transfer-Encoding other than \"chunked\"";
		case HTTPError::BAD_CHUNK:
			return "has a chunk that is not well-formed";
		case HTTPError::TRAILER_TOO_LARGE:
			return "has a trailer that is longer than allowed";
		case HTTPError::TRUNCATED:
			return "ended before it was complete";
	}
	return "";
}

static char to_lower(char p_char) {
	return p_char >= 'A' && p_char <= 'Z' ? char(p_char | 0x20) : p_char;
}

static bool is_token_char(char p_char) {
	const unsigned char c = static_cast<unsigned char>(p_char);
	if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
		return true;
	}
	return c > ' ' && c < 0x7F && std::string_view("!#$%&'*+-.^_`|~").find(p_char) != std::string_view::npos;
}

static bool is_blank(char p_char) {
	return p_char == ' ' || p_char == '\t';
}

static bool is_digit(char p_char) {
	return p_char >= '0' && p_char <= '9';
}

std::string_view http_trim(std::string_view p_text) {
	while (!p_text.empty() && is_blank(p_text.front())) {
		p_text.remove_prefix(1);
	}
	while (!p_text.empty() && is_blank(p_text.back())) {
		p_text.remove_suffix(1);
	}
	return p_text;
}

bool http_is_token(std::string_view p_text) {
	for (char c : p_text) {
		if (!is_token_char(c)) {
			return false;
		}
	}
	return !p_text.empty();
}

bool http_is_same_token(std::string_view p_a, std::string_view p_b) {
	if (p_a.size() != p_b.size()) {
		return false;
	}
	for (size_t i = 0; i < p_a.size(); i++) {
		if (to_lower(p_a[i]) != to_lower(p_b[i])) {
			return false;
		}
	}
	return true;
}

bool http_is_field_value(std::string_view p_text) {
	for (char c : p_text) {
		const unsigned char byte = static_cast<unsigned char>(c);
		if ((byte < ' ' && c != '\t') || byte == 0x7F) {
			return false;
		}
	}
	return true;
}

bool http_is_header_line(std::string_view p_line) {
	const size_t colon = p_line.find(':');
	return colon != std::string_view::npos && http_is_token(p_line.substr(0, colon)) && http_is_field_value(p_line);
}

std::string_view http_get_reason_phrase(int p_status) {
	static constexpr struct {
		int status;
		std::string_view phrase;
	} PHRASES[] = {
		{ 100, "Continue" }, { 101, "Switching Protocols" }, { 200, "OK" }, { 201, "Created" }, { 202, "Accepted" }, { 204, "No Content" },
		{ 206, "Partial Content" }, { 301, "Moved Permanently" }, { 302, "Found" }, { 303, "See Other" }, { 304, "Not Modified" },
		{ 307, "Temporary Redirect" }, { 308, "Permanent Redirect" }, { 400, "Bad Request" }, { 401, "Unauthorized" }, { 403, "Forbidden" },
		{ 404, "Not Found" }, { 405, "Method Not Allowed" }, { 408, "Request Timeout" }, { 409, "Conflict" }, { 410, "Gone" },
		{ 411, "Length Required" }, { 413, "Content Too Large" }, { 414, "URI Too Long" }, { 415, "Unsupported Media Type" },
		{ 416, "Range Not Satisfiable" }, { 426, "Upgrade Required" }, { 429, "Too Many Requests" }, { 431, "Request Header Fields Too Large" },
		{ 500, "Internal Server Error" }, { 501, "Not Implemented" }, { 502, "Bad Gateway" }, { 503, "Service Unavailable" },
		{ 504, "Gateway Timeout" }, { 505, "HTTP Version Not Supported" }
	};
	for (const auto &entry : PHRASES) {
		if (entry.status == p_status) {
			return entry.phrase;
		}
	}
	return "Unknown";
}

HTTPHead::Status HTTPHead::_refuse(HTTPError p_error) {
	error = p_error;
	return REFUSED;
}

void HTTPHead::reset() {
	bytes.clear();
	fields.clear();
	start_line = std::string_view();
	line_begin = start_begin = field_count = 0;
	error = HTTPError::NONE;
}

HTTPHead::Status HTTPHead::feed(Span<uint8_t> p_bytes, int &r_consumed) {
	const char *const begin = reinterpret_cast<const char *>(p_bytes.ptr());
	const char *const end = begin + p_bytes.size();
	const char *at = begin;
	r_consumed = 0;
	while (at < end) {
		const void *found = memchr(at, '\n', size_t(end - at));
		const char *const line_end = found ? static_cast<const char *>(found) + 1 : end;
		const size_t length = size_t(line_end - at);
		if (bytes.size() + length > size_t(max_bytes)) {
			return _refuse(HTTPError::HEAD_TOO_LARGE);
		}
		const uint32_t old_size = bytes.size();
		if (bytes.get_capacity() < old_size + length) {
			bytes.reserve(uint32_t(old_size + MAX(length, size_t(old_size) + 256)));
		}
		bytes.resize(uint32_t(old_size + length));
		memcpy(bytes.ptr() + old_size, at, length);
		at = line_end;
		r_consumed = int(at - begin);
		const Status status = found ? _end_line() : NEED_MORE;
		if (status != NEED_MORE) {
			return status;
		}
	}
	return NEED_MORE;
}

HTTPHead::Status HTTPHead::_end_line() {
	const std::string_view line(bytes.ptr() + line_begin, bytes.size() - line_begin);
	if (line.size() < 2 || line[line.size() - 2] != '\r') {
		return _refuse(HTTPError::BARE_LINE_BREAK);
	}
	const bool is_start = line_begin == start_begin;
	if (line.size() > 2) {
		const HTTPError verdict = _check_line(line.substr(0, line.size() - 2), is_start);
		if (verdict != HTTPError::NONE) {
			return _refuse(verdict);
		}
		field_count += is_start ? 0 : 1;
		line_begin = bytes.size();
		return field_count > MAX_FIELDS ? _refuse(HTTPError::TOO_MANY_FIELDS) : NEED_MORE;
	}
	if (is_start) {
		line_begin = start_begin = bytes.size(); // RFC 9112 §2.2.
		return NEED_MORE;
	}
	_take_apart();
	return DONE;
}

HTTPError HTTPHead::_check_line(std::string_view p_line, bool p_is_start) const {
	if (!http_is_field_value(p_line)) {
		return p_line.find('\r') != std::string_view::npos ? HTTPError::BARE_LINE_BREAK : HTTPError::CONTROL_CHARACTER;
	}
	if (p_is_start) {
		return HTTPError::NONE;
	}
	if (is_blank(p_line.front())) {
		return HTTPError::FOLDED_LINE;
	}
	const size_t colon = p_line.find(':');
	return colon != std::string_view::npos && http_is_token(p_line.substr(0, colon)) ? HTTPError::NONE : HTTPError::BAD_FIELD;
}

void HTTPHead::_take_apart() {
	std::string_view text(bytes.ptr() + start_begin, line_begin - start_begin);
	fields.reserve(field_count);
	while (!text.empty()) {
		const size_t line_end = text.find('\n');
		const std::string_view line = text.substr(0, line_end - 1);
		text.remove_prefix(line_end + 1);
		if (start_line.data() == nullptr) {
			start_line = line;
		} else {
			const size_t colon = line.find(':');
			fields.push_back({ line.substr(0, colon), http_trim(line.substr(colon + 1)) });
		}
	}
}

int HTTPHead::count_fields(std::string_view p_name) const {
	int count = 0;
	for (const Field &field : fields) {
		count += http_is_same_token(field.name, p_name) ? 1 : 0;
	}
	return count;
}

std::string_view HTTPHead::get_value(std::string_view p_name) const {
	for (const Field &field : fields) {
		if (http_is_same_token(field.name, p_name)) {
			return field.value;
		}
	}
	return std::string_view();
}

LocalVector<std::string_view> HTTPHead::get_list(std::string_view p_name) const {
	LocalVector<std::string_view> elements;
	for (const Field &field : fields) {
		if (!http_is_same_token(field.name, p_name)) {
			continue;
		}
		std::string_view rest = field.value;
		while (!rest.empty()) {
			const size_t comma = rest.find(',');
			const std::string_view element = http_trim(rest.substr(0, comma));
			rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
			if (!element.empty()) {
				elements.push_back(element);
			}
		}
	}
	return elements;
}

bool HTTPHead::list_has_token(std::string_view p_name, std::string_view p_token) const {
	for (const std::string_view &element : get_list(p_name)) {
		if (http_is_same_token(element, p_token)) {
			return true;
		}
	}
	return false;
}

// The x of "HTTP/1.x", or -1.
static int parse_minor_version(std::string_view p_text) {
	return p_text.size() == 8 && p_text.substr(0, 7) == "HTTP/1." && is_digit(p_text[7]) ? p_text[7] - '0' : -1;
}

static bool is_target(std::string_view p_target) {
	for (char c : p_target) {
		if (static_cast<unsigned char>(c) <= ' ' || c == '#') {
			return false;
		}
	}
	return !p_target.empty();
}

bool http_parse_request_line(std::string_view p_line, HTTPRequestLine &r_line) {
	const size_t first = p_line.find(' ');
	const size_t last = p_line.rfind(' ');
	if (first == std::string_view::npos || first == last) {
		return false;
	}
	r_line.method = p_line.substr(0, first);
	r_line.target = p_line.substr(first + 1, last - first - 1);
	r_line.minor_version = parse_minor_version(p_line.substr(last + 1));
	return r_line.minor_version >= 0 && http_is_token(r_line.method) && is_target(r_line.target);
}

bool http_parse_status_line(std::string_view p_line, HTTPStatusLine &r_line) {
	if (p_line.size() < 12 || p_line[8] != ' ' || (p_line.size() > 12 && p_line[12] != ' ')) {
		return false;
	}
	r_line.minor_version = parse_minor_version(p_line.substr(0, 8));
	r_line.status = 0;
	for (char c : p_line.substr(9, 3)) {
		if (!is_digit(c)) {
			return false;
		}
		r_line.status = r_line.status * 10 + (c - '0');
	}
	r_line.reason = p_line.size() > 13 ? p_line.substr(13) : std::string_view();
	return r_line.minor_version >= 0 && r_line.status >= 100;
}

static HTTPError parse_content_length(std::string_view p_text, int64_t &r_length) {
	static constexpr size_t MOST_DIGITS = 18; // All such numbers fit.
	if (p_text.empty() || p_text.size() > MOST_DIGITS) {
		return HTTPError::BAD_CONTENT_LENGTH;
	}
	r_length = 0;
	for (char c : p_text) {
		if (!is_digit(c)) {
			return HTTPError::BAD_CONTENT_LENGTH;
		}
		r_length = r_length * 10 + (c - '0');
	}
	return HTTPError::NONE;
}

static bool keeps_alive(const HTTPHead &p_head, int p_minor_version) {
	return p_minor_version >= 1 ? !p_head.list_has_token("Connection", "close") : p_head.list_has_token("Connection", "keep-alive");
}

// What the fields of either kind of message say; NO_BODY when they say nothing.
static HTTPFraming get_announced_framing(const HTTPHead &p_head, int p_minor_version) {
	HTTPFraming framing;
	framing.keeps_alive = keeps_alive(p_head, p_minor_version);
	const int lengths = p_head.count_fields("Content-Length");
	const int codings = p_head.count_fields("Transfer-Encoding");
	if (lengths > 0 && codings > 0) {
		framing.error = HTTPError::LENGTH_AND_CHUNKED;
	} else if (lengths > 1) {
		framing.error = HTTPError::SEVERAL_CONTENT_LENGTHS;
	} else if (lengths == 1) {
		framing.kind = HTTPFraming::LENGTH;
		framing.error = parse_content_length(p_head.get_value("Content-Length"), framing.length);
	} else if (codings > 0) {
		framing.kind = HTTPFraming::CHUNKED;
		if (codings > 1 || p_minor_version < 1 || !http_is_same_token(p_head.get_value("Transfer-Encoding"), "chunked")) {
			framing.error = HTTPError::UNKNOWN_TRANSFER_CODING;
		}
	}
	return framing;
}

HTTPFraming http_get_request_framing(const HTTPHead &p_head, int p_minor_version) {
	return get_announced_framing(p_head, p_minor_version);
}

HTTPFraming http_get_response_framing(const HTTPHead &p_head, const HTTPStatusLine &p_line, std::string_view p_method) {
	HTTPFraming framing = get_announced_framing(p_head, p_line.minor_version);
	if (framing.error != HTTPError::NONE) {
		return framing;
	}
	const bool opens_tunnel = p_method == "CONNECT" && p_line.status / 100 == 2;
	if (p_method == "HEAD" || opens_tunnel || p_line.status < 200 || p_line.status == 204 || p_line.status == 304) {
		framing.kind = HTTPFraming::NO_BODY;
	} else if (framing.kind == HTTPFraming::NO_BODY) {
		framing.kind = HTTPFraming::UNTIL_CLOSE;
		framing.keeps_alive = false;
	}
	return framing;
}

void HTTPBodyReader::start(const HTTPFraming &p_framing) {
	state = p_framing.kind == HTTPFraming::CHUNKED ? CHUNK_SIZE : PLAIN;
	remaining = p_framing.kind == HTTPFraming::UNTIL_CLOSE ? -1 : (p_framing.kind == HTTPFraming::LENGTH ? p_framing.length : 0);
	digits = extension_bytes = trailer_bytes = 0;
	error = HTTPError::NONE;
	status = state == PLAIN && remaining == 0 ? DONE : NEED_MORE;
}

HTTPBodyReader::Status HTTPBodyReader::_refuse(HTTPError p_error) {
	error = p_error;
	status = REFUSED;
	return status;
}

HTTPBodyReader::Status HTTPBodyReader::feed(Span<uint8_t> p_bytes, int64_t &r_consumed, Span<uint8_t> &r_data) {
	r_consumed = 0;
	r_data = Span<uint8_t>();
	while (status == NEED_MORE && r_consumed < int64_t(p_bytes.size())) {
		if (state != PLAIN && state != CHUNK_DATA) {
			_step(p_bytes.ptr()[r_consumed++]);
			continue;
		}
		const int64_t there = int64_t(p_bytes.size()) - r_consumed;
		const int64_t count = remaining >= 0 && remaining < there ? remaining : there;
		r_data = Span<uint8_t>(p_bytes.ptr() + r_consumed, uint64_t(count));
		r_consumed += count;
		if (remaining >= 0) {
			remaining -= count;
		}
		if (remaining == 0) {
			state = state == PLAIN ? PLAIN : CHUNK_DATA_CR;
			status = state == PLAIN ? DONE : NEED_MORE;
		}
		break;
	}
	return status;
}

HTTPBodyReader::Status HTTPBodyReader::_step(uint8_t p_byte) {
	switch (state) {
		case CHUNK_SIZE:
			return _step_size(p_byte);
		case CHUNK_EXTENSION:
			if (p_byte == '\r') {
				state = CHUNK_SIZE_LF;
			} else if ((p_byte < ' ' && p_byte != '\t') || p_byte == 0x7F || ++extension_bytes > MAX_EXTENSION_BYTES) {
				return _refuse(HTTPError::BAD_CHUNK);
			}
			return status;
		case CHUNK_SIZE_LF:
			if (p_byte != '\n') {
				return _refuse(HTTPError::BARE_LINE_BREAK);
			}
			state = remaining > 0 ? CHUNK_DATA : TRAILER_BEGIN;
			return status;
		case CHUNK_DATA_CR:
			if (p_byte != '\r') {
				return _refuse(HTTPError::BAD_CHUNK);
			}
			state = CHUNK_DATA_LF;
			return status;
		case CHUNK_DATA_LF:
			if (p_byte != '\n') {
				return _refuse(HTTPError::BARE_LINE_BREAK);
			}
			state = CHUNK_SIZE;
			digits = 0;
			return status;
		default:
			return _step_trailer(p_byte);
	}
}

HTTPBodyReader::Status HTTPBodyReader::_step_size(uint8_t p_byte) {
	static constexpr int MOST_DIGITS = 15; // All such numbers fit into int64_t.
	const char c = char(p_byte);
	const char lower = to_lower(c);
	if (is_digit(c) || (lower >= 'a' && lower <= 'f')) {
		if (++digits > MOST_DIGITS) {
			return _refuse(HTTPError::BAD_CHUNK);
		}
		remaining = (digits == 1 ? 0 : remaining) * 16 + (is_digit(c) ? c - '0' : lower - 'a' + 10);
		return status;
	}
	if (digits == 0) {
		return _refuse(HTTPError::BAD_CHUNK);
	}
	if (c == '\r') {
		state = CHUNK_SIZE_LF;
	} else if (c == ';' || is_blank(c)) {
		state = CHUNK_EXTENSION;
	} else {
		return _refuse(c == '\n' ? HTTPError::BARE_LINE_BREAK : HTTPError::BAD_CHUNK);
	}
	return status;
}

HTTPBodyReader::Status HTTPBodyReader::_step_trailer(uint8_t p_byte) {
	if (++trailer_bytes > MAX_TRAILER_BYTES) {
		return _refuse(HTTPError::TRAILER_TOO_LARGE);
	}
	if (state == TRAILER_LINE_LF || state == LAST_LF) {
		if (p_byte != '\n') {
			return _refuse(HTTPError::BARE_LINE_BREAK);
		}
		status = state == LAST_LF ? DONE : NEED_MORE;
		state = TRAILER_BEGIN;
		return status;
	}
	if (p_byte == '\r') {
		state = state == TRAILER_BEGIN ? LAST_LF : TRAILER_LINE_LF;
		return status;
	}
	if ((p_byte < ' ' && p_byte != '\t') || p_byte == 0x7F) {
		return _refuse(p_byte == '\n' ? HTTPError::BARE_LINE_BREAK : HTTPError::CONTROL_CHARACTER);
	}
	if (state == TRAILER_BEGIN && is_blank(char(p_byte))) {
		return _refuse(HTTPError::FOLDED_LINE);
	}
	state = TRAILER_LINE;
	return status;
}

HTTPBodyReader::Status HTTPBodyReader::end() {
	if (status == NEED_MORE) {
		if (state != PLAIN || remaining >= 0) {
			return _refuse(HTTPError::TRUNCATED);
		}
		status = DONE;
	}
	return status;
}

int http_write_chunk_head(int64_t p_size, char r_into[HTTP_CHUNK_HEAD_LENGTH]) {
	char text[HTTP_CHUNK_HEAD_LENGTH + 1];
	const int length = snprintf(text, sizeof(text), "%llx\r\n", static_cast<unsigned long long>(p_size));
	memcpy(r_into, text, size_t(length));
	return length;
}
