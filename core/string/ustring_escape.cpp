// String: escapes of XML, URLs, C and JSON, and taking URLs apart.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"
#include "core/string/utf8.h"

/* XML */

struct XMLEntity {
	const char *name;
	char32_t character;
};

static constexpr XMLEntity XML_ENTITIES[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };

String String::xml_escape(bool p_escape_quotes) const {
	String result;
	for (char32_t character : *this) {
		const char *name = nullptr;
		for (const XMLEntity &entity : XML_ENTITIES) {
			const bool is_quote = entity.character == '"' || entity.character == '\'';
			if (entity.character == character && (p_escape_quotes || !is_quote)) {
				name = entity.name;
			}
		}
		if (name == nullptr) {
			result += character;
		} else {
			result += U'&';
			result += name;
			result += U';';
		}
	}
	return result;
}

// The character that "amp" or "#x42" stands for; 0 when it is nothing we know.
static char32_t read_xml_entity(const String &p_name) {
	if (p_name.begins_with("#")) {
		const bool is_hex = to_lower_char(p_name[1]) == 'x';
		const String digits = p_name.substr(is_hex ? 2 : 1);
		if (digits.is_empty() || digits.length() > 10 || !is_hex_digit(digits[0]) || !(is_hex ? digits.is_valid_hex_number() : digits.is_valid_int())) {
			return 0;
		}
		const int64_t code = is_hex ? digits.hex_to_int() : digits.to_int();
		return code > 0x10FFFF || is_surrogate(char32_t(code)) ? 0 : char32_t(code);
	}
	for (const XMLEntity &entity : XML_ENTITIES) {
		if (p_name == entity.name) {
			return entity.character;
		}
	}
	return 0;
}

String String::xml_unescape() const {
	String result;
	const char32_t *data = get_data();
	for (int64_t i = 0; i < length(); i++) {
		if (data[i] == '&') {
			static constexpr int64_t LONGEST = 12;
			const int64_t end = substr(i + 1, LONGEST).find_char(';');
			const char32_t character = end < 0 ? 0 : read_xml_entity(substr(i + 1, end));
			if (character != 0) {
				result += character;
				i += end + 1;
				continue;
			}
		}
		result += data[i];
	}
	return result;
}

/* URLs */

String String::uri_encode() const {
	static const char DIGITS[] = "0123456789ABCDEF";
	String result;
	const CharString bytes = utf8();
	for (char byte : bytes.span()) {
		const uint8_t value = uint8_t(byte);
		if (is_ascii_identifier_char(value) || value == '-' || value == '~' || value == '.') {
			result += char32_t(value);
		} else {
			result += U'%';
			result += char32_t(DIGITS[value >> 4]);
			result += char32_t(DIGITS[value & 15]);
		}
	}
	return result;
}

// Text whose bytes would not be valid UTF-8 was never encoded by anybody: it is left alone.
static String decode_uri(const String &p_text, bool p_plus_is_space) {
	Vector<uint8_t> decoded;
	const CharString bytes = p_text.utf8();
	for (int64_t i = 0; i < bytes.length(); i++) {
		const int high = bytes[i] == '%' && i + 2 < bytes.length() ? hex_digit_value(uint8_t(bytes[i + 1])) : -1;
		const int low = high >= 0 ? hex_digit_value(uint8_t(bytes[i + 2])) : -1;
		if (low >= 0 && high + low > 0) { // "%00" stays: a String cannot hold what it stands for.
			decoded.push_back(uint8_t(high * 16 + low));
			i += 2;
		} else {
			decoded.push_back(bytes[i] == '+' && p_plus_is_space ? uint8_t(' ') : uint8_t(bytes[i]));
		}
	}
	return UTF8::is_valid(decoded.span()) ? String::utf8(reinterpret_cast<const char *>(decoded.ptr()), decoded.size()) : p_text;
}

String String::uri_decode() const {
	return decode_uri(*this, true);
}

String String::uri_file_decode() const {
	return decode_uri(*this, false);
}

Error String::parse_url(String &r_scheme, String &r_host, int &r_port, String &r_path, String &r_fragment) const {
	r_scheme = String();
	r_host = String();
	r_port = 0;
	r_path = String();
	r_fragment = String();
	String rest = *this;
	const int64_t scheme_end = rest.find("://");
	if (scheme_end >= 0) {
		r_scheme = rest.left(scheme_end + 3).to_lower();
		rest = rest.substr(scheme_end + 3);
	}
	const int64_t fragment = rest.find_char('#');
	if (fragment >= 0) {
		r_fragment = rest.substr(fragment + 1);
		rest = rest.left(fragment);
	}
	int64_t authority_end = 0;
	while (authority_end < rest.length() && rest[authority_end] != '/' && rest[authority_end] != '?') {
		authority_end++;
	}
	r_path = rest.substr(authority_end);
	String authority = rest.left(authority_end);
	authority = authority.substr(authority.rfind_char('@') + 1);
	String port;
	if (authority.begins_with("[")) {
		const int64_t bracket = authority.find_char(']');
		if (bracket < 0) {
			return ERR_INVALID_PARAMETER;
		}
		r_host = authority.substr(1, bracket - 1);
		port = authority.substr(bracket + 1);
		if (!port.is_empty() && port[0] != ':') {
			return ERR_INVALID_PARAMETER;
		}
	} else {
		const int64_t colon = authority.find_char(':');
		r_host = colon < 0 ? authority : authority.left(colon);
		port = colon < 0 ? String() : authority.substr(colon);
	}
	if (r_host.is_empty()) {
		return ERR_INVALID_PARAMETER;
	}
	r_host = r_host.to_lower();
	if (!port.is_empty()) {
		const String digits = port.substr(1);
		const int64_t number = digits.to_int();
		if (!digits.is_valid_int() || !is_digit(digits[0]) || number < 1 || number > 65535) {
			return ERR_INVALID_PARAMETER;
		}
		r_port = int(number);
	}
	return OK;
}

/* C and JSON */

struct Escape {
	char32_t character;
	char32_t letter;
};

static constexpr Escape C_ESCAPES[] = { { '\a', 'a' }, { '\b', 'b' }, { '\f', 'f' }, { '\n', 'n' }, { '\r', 'r' }, { '\t', 't' }, { '\v', 'v' }, { '\'', '\'' }, { '"', '"' }, { '\\', '\\' } };
static constexpr Escape JSON_ESCAPES[] = { { '\b', 'b' }, { '\f', 'f' }, { '\n', 'n' }, { '\r', 'r' }, { '\t', 't' }, { '\v', 'v' }, { '"', '"' }, { '\\', '\\' } };
static constexpr Escape QUOTED_ESCAPES[] = { { '"', '"' }, { '\\', '\\' } };

// Most texts have nothing to escape and are shared as they are.
static String escape_with(const String &p_text, Span<Escape> p_escapes) {
	char32_t letters[128] = {}; // What stands behind the backslash; all that is escaped is ASCII.
	for (const Escape &escape : p_escapes) {
		letters[escape.character] = escape.letter;
	}
	const auto letter_of = [&letters](char32_t p_character) {
		return p_character < 128 ? letters[p_character] : 0;
	};
	int64_t escaped = 0;
	for (char32_t character : p_text) {
		escaped += letter_of(character) != 0;
	}
	if (escaped == 0) {
		return p_text;
	}
	String result;
	CRASH_COND(result.resize_uninitialized(p_text.length() + escaped) != OK);
	char32_t *to = result.ptrw();
	for (char32_t character : p_text) {
		const char32_t letter = letter_of(character);
		if (letter != 0) {
			*to++ = U'\\';
		}
		*to++ = letter != 0 ? letter : character;
	}
	return result;
}

String String::c_escape() const {
	return escape_with(*this, C_ESCAPES);
}

String String::c_escape_multiline() const {
	return escape_with(*this, QUOTED_ESCAPES);
}

String String::json_escape() const {
	return escape_with(*this, JSON_ESCAPES);
}

// An escape that does not exist stays as it is.
String String::c_unescape() const {
	String result;
	result.reserve(length());
	const char32_t *data = get_data();
	for (int64_t i = 0; i < length(); i++) {
		char32_t character = data[i];
		if (character == '\\') {
			for (const Escape &escape : C_ESCAPES) {
				if (escape.letter == data[i + 1]) {
					character = escape.character;
					i++;
					break;
				}
			}
		}
		result += character;
	}
	return result;
}

// Quotes the name of a property in a settings or scene file unless it is plain.
String String::property_name_encode() const {
	for (char32_t character : *this) {
		if (character < 33 || character > 126 || String("=\";[]").contains_char(character)) {
			return "\"" + c_escape_multiline() + "\"";
		}
	}
	return *this;
}
