// Words and numbers of the session's texts.
#include "modules/websocket/session/ws_resume_note.h"

namespace {

constexpr std::string_view PARAMETER = "estragon-session";
constexpr std::string_view VERBS[] = { "grant", "resumed", "gone", "ack", "skip" }; // By kind.
constexpr uint64_t MAX_NUMBER = uint64_t(1) << 53;

bool is_token_character(char p_char) {
	return (p_char >= 'a' && p_char <= 'z') || (p_char >= 'A' && p_char <= 'Z') || (p_char >= '0' && p_char <= '9') || p_char == '-' || p_char == '_';
}

bool read_token(std::string_view p_text, String &r_token) {
	if (p_text.size() != WSResumeNote::TOKEN_LENGTH) {
		return false;
	}
	for (char c : p_text) {
		if (!is_token_character(c)) {
			return false;
		}
	}
	r_token = String::utf8(p_text.data(), int(p_text.size()));
	return true;
}

bool read_number(std::string_view p_text, uint64_t &r_number) {
	r_number = 0;
	for (char c : p_text) {
		if (c < '0' || c > '9' || r_number > MAX_NUMBER) {
			return false;
		}
		r_number = r_number * 10 + uint64_t(c - '0');
	}
	return !p_text.empty() && r_number <= MAX_NUMBER;
}

// Up to the next p_end, which is taken off as well.
std::string_view take_word(std::string_view &r_rest, char p_end) {
	const std::string_view word = r_rest.substr(0, r_rest.find(p_end));
	r_rest.remove_prefix(word.size() < r_rest.size() ? word.size() + 1 : word.size());
	return word;
}

} // namespace

WSResumeRequest WSResumeRequest::find_in(std::string_view p_target) {
	WSResumeRequest request;
	take_word(p_target, '?');
	while (!p_target.empty()) {
		std::string_view value = take_word(p_target, '&');
		if (take_word(value, '=') != PARAMETER) {
			continue;
		}
		if (value == "new") {
			request.kind = BEGIN;
		} else if (read_token(take_word(value, '.'), request.token) && read_number(value, request.received)) {
			request.kind = RESUME;
		}
		return request;
	}
	return request;
}

String WSResumeRequest::add_to(const String &p_url) const {
	const int64_t fragment = p_url.find("#");
	const String url = fragment >= 0 ? p_url.left(fragment) : p_url;
	const String value = kind == RESUME ? token + "." + String::num_uint64(received) : String("new");
	// A host without a path has none to put a query behind.
	const int64_t host = url.contains("://") ? url.find("://") + 3 : 0;
	const bool has_query = url.contains("?");
	const String path = has_query || url.find("/", host) >= 0 ? String() : String("/");
	return url + path + (has_query ? "&" : "?") + String::utf8(PARAMETER.data(), int(PARAMETER.size())) + "=" + value;
}

bool WSResumeNote::parse(Span<uint8_t> p_text, WSResumeNote &r_note) {
	std::string_view rest(reinterpret_cast<const char *>(p_text.ptr()), size_t(p_text.size()));
	if (take_word(rest, ' ') != PARAMETER) {
		return false;
	}
	const std::string_view verb = take_word(rest, ' ');
	for (int i = GRANT; i <= SKIP; i++) {
		if (verb != VERBS[i]) {
			continue;
		}
		r_note = WSResumeNote();
		r_note.kind = Kind(i);
		if (r_note.kind <= RESUMED && !(read_token(take_word(rest, ' '), r_note.token) && read_number(take_word(rest, ' '), r_note.grace))) {
			return false;
		}
		if (r_note.kind != GRANT && r_note.kind != GONE && !read_number(take_word(rest, ' '), r_note.count)) {
			return false;
		}
		return rest.empty();
	}
	return false;
}

CharString WSResumeNote::write() const {
	String text = String::utf8(PARAMETER.data(), int(PARAMETER.size())) + " " + String::utf8(VERBS[kind].data(), int(VERBS[kind].size()));
	if (kind <= RESUMED) {
		text += " " + token + " " + String::num_uint64(grace);
	}
	if (kind != GRANT && kind != GONE) {
		text += " " + String::num_uint64(count);
	}
	return text.utf8();
}

String WSResumeNote::make_token(const uint8_t (&p_random)[TOKEN_BYTES]) {
	static constexpr char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	char text[TOKEN_LENGTH + 1] = {};
	for (int i = 0; i < TOKEN_LENGTH; i++) {
		const int bit = i * 6;
		const uint32_t pair = uint32_t(p_random[bit / 8]) << 8 | (bit / 8 + 1 < TOKEN_BYTES ? p_random[bit / 8 + 1] : 0);
		text[i] = ALPHABET[pair >> (10 - bit % 8) & 63];
	}
	return String(text);
}
