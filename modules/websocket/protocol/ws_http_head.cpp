// Finding the end of a head in pieces, then one pass over its lines.
#include "modules/websocket/protocol/ws_http_head.h"

static char _to_lower(char p_char) {
	return p_char >= 'A' && p_char <= 'Z' ? char(p_char | 0x20) : p_char;
}

static bool _is_token_char(char p_char) {
	const unsigned char c = static_cast<unsigned char>(p_char);
	if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
		return true;
	}
	return c > ' ' && c < 0x7F && std::string_view("!#$%&'*+-.^_`|~").find(p_char) != std::string_view::npos;
}

static std::string_view _trim(std::string_view p_text) {
	while (!p_text.empty() && (p_text.front() == ' ' || p_text.front() == '\t')) {
		p_text.remove_prefix(1);
	}
	while (!p_text.empty() && (p_text.back() == ' ' || p_text.back() == '\t')) {
		p_text.remove_suffix(1);
	}
	return p_text;
}

bool WSHttpHead::is_token(std::string_view p_text) {
	for (char c : p_text) {
		if (!_is_token_char(c)) {
			return false;
		}
	}
	return !p_text.empty();
}

bool WSHttpHead::is_same_token(std::string_view p_a, std::string_view p_b) {
	if (p_a.size() != p_b.size()) {
		return false;
	}
	for (size_t i = 0; i < p_a.size(); i++) {
		if (_to_lower(p_a[i]) != _to_lower(p_b[i])) {
			return false;
		}
	}
	return true;
}

bool WSHttpHead::is_field_value(std::string_view p_text) {
	for (char c : p_text) {
		const unsigned char byte = static_cast<unsigned char>(c);
		if ((byte < ' ' && c != '\t') || byte == 0x7F) {
			return false;
		}
	}
	return true;
}

WSHttpHead::Status WSHttpHead::feed(Span<uint8_t> p_bytes, int &r_consumed) {
	const uint8_t *const begin = p_bytes.ptr();
	const uint8_t *at = begin;
	const uint8_t *const end = begin + p_bytes.size();
	while (at < end) {
		const void *found = memchr(at, '\n', size_t(end - at));
		const uint8_t *const line_end = found ? static_cast<const uint8_t *>(found) + 1 : end;
		if (bytes.size() + (line_end - at) > WSLimits::MAX_HEAD_BYTES) {
			r_consumed = int(at - begin);
			return TOO_LARGE;
		}
		bytes.append(at, int(line_end - at));
		at = line_end;
		r_consumed = int(at - begin);
		const Status status = found ? _end_line() : NEED_MORE;
		if (status != NEED_MORE) {
			return status;
		}
	}
	r_consumed = int(at - begin);
	return NEED_MORE;
}

WSHttpHead::Status WSHttpHead::_end_line() {
	const int length = bytes.size() - line_begin;
	if (length < 2 || bytes.ptr()[bytes.size() - 2] != '\r') {
		return MALFORMED;
	}
	if (length > 2) {
		line_begin = bytes.size();
		return NEED_MORE;
	}
	if (line_begin > 0) {
		return _parse() ? DONE : MALFORMED;
	}
	bytes.clear(); // An empty line before the start line is ignored, RFC 7230 §3.5.
	return NEED_MORE;
}

bool WSHttpHead::_parse() {
	std::string_view text(reinterpret_cast<const char *>(bytes.ptr()), size_t(line_begin));
	while (!text.empty()) {
		const size_t line_end = text.find('\n');
		const std::string_view line = text.substr(0, line_end - 1); // Every line ends with CR LF by now.
		text.remove_prefix(line_end + 1);
		if (!is_field_value(line)) {
			return false;
		}
		if (start_line.data() == nullptr) {
			start_line = line;
		} else if (!_parse_field(line)) {
			return false;
		}
	}
	return true;
}

bool WSHttpHead::_parse_field(std::string_view p_line) {
	const size_t colon = p_line.find(':');
	if (colon == std::string_view::npos || !is_token(p_line.substr(0, colon))) {
		return false;
	}
	fields.push_back({ p_line.substr(0, colon), _trim(p_line.substr(colon + 1)) });
	return true;
}

int WSHttpHead::count_fields(std::string_view p_name) const {
	int count = 0;
	for (const Field &field : fields) {
		count += is_same_token(field.name, p_name) ? 1 : 0;
	}
	return count;
}

std::string_view WSHttpHead::get_value(std::string_view p_name) const {
	for (const Field &field : fields) {
		if (is_same_token(field.name, p_name)) {
			return field.value;
		}
	}
	return std::string_view();
}

LocalVector<std::string_view> WSHttpHead::get_list(std::string_view p_name) const {
	LocalVector<std::string_view> elements;
	for (const Field &field : fields) {
		if (!is_same_token(field.name, p_name)) {
			continue;
		}
		std::string_view rest = field.value;
		while (!rest.empty()) {
			const size_t comma = rest.find(',');
			const std::string_view element = _trim(rest.substr(0, comma));
			rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
			if (!element.empty()) {
				elements.push_back(element);
			}
		}
	}
	return elements;
}

bool WSHttpHead::list_has_token(std::string_view p_name, std::string_view p_token) const {
	for (const std::string_view &element : get_list(p_name)) {
		if (is_same_token(element, p_token)) {
			return true;
		}
	}
	return false;
}
