// The JSON parser: see the header.
#include "core/io/json_parser.h"

#include "core/io/json.h"
#include "core/string/char_utils.h"
#include "core/string/number_text.h"

JSONParser::JSONParser(const String &p_text) :
		text(p_text), at(text.begin()), end(text.end()) {
}

Error JSONParser::_fail(const String &p_message, Error p_error) {
	message = p_message;
	return p_error;
}

Error JSONParser::_next(Token &r_token) {
	while (at < end && *at <= ' ') {
		line += *at == '\n' ? 1 : 0;
		at++;
	}
	if (at == end) {
		r_token.type = TOKEN_END;
		return OK;
	}
	static const char PUNCTUATION[] = "{}[]:,"; // In the order of TokenType.
	for (int i = 0; PUNCTUATION[i]; i++) {
		if (*at == char32_t(PUNCTUATION[i])) {
			at++;
			r_token.type = TokenType(i);
			return OK;
		}
	}
	if (*at == '"') {
		return _next_string(r_token);
	}
	if (is_digit(*at) || (*at == '-' && at + 1 < end && is_digit(at[1]))) {
		_next_number(r_token);
		return OK;
	}
	if (is_ascii_alphabet_char(*at)) {
		const char32_t *start = at;
		while (at < end && is_ascii_alphabet_char(*at)) {
			at++;
		}
		r_token.type = TOKEN_WORD;
		r_token.text = String(start, at - start);
		return OK;
	}
	return _fail("Unexpected character");
}

void JSONParser::_next_number(Token &r_token) {
	const ScannedNumber number = scan_number(at, end);
	at = number.end;
	r_token.type = TOKEN_NUMBER;
	r_token.number = number.real;
}

Error JSONParser::_hex_unit(uint32_t &r_unit) {
	r_unit = 0;
	for (int i = 0; i < 4; i++) {
		if (at == end) {
			return _fail("Unterminated string");
		}
		const char32_t character = *at++;
		const int digit = hex_digit_value(character);
		if (digit < 0) {
			return _fail("Malformed hex constant in string");
		}
		r_unit = r_unit << 4 | uint32_t(digit);
	}
	return OK;
}

// Behind the backslash.
Error JSONParser::_escape(String &r_text) {
	if (at == end) {
		return _fail("Unterminated string");
	}
	const char32_t kind = *at++;
	switch (kind) {
		case 'b':
			r_text += char32_t('\b');
			return OK;
		case 't':
			r_text += char32_t('\t');
			return OK;
		case 'n':
			r_text += char32_t('\n');
			return OK;
		case 'f':
			r_text += char32_t('\f');
			return OK;
		case 'r':
			r_text += char32_t('\r');
			return OK;
		case '"':
		case '\\':
		case '/':
			r_text += kind;
			return OK;
		case 'u':
			break;
		default:
			return _fail("Invalid escape sequence");
	}
	uint32_t unit;
	Error error = _hex_unit(unit);
	if (error != OK) {
		return error;
	}
	if (unit >= 0xdc00 && unit <= 0xdfff) {
		return _fail("Invalid UTF-16 sequence in string, unpaired trail surrogate");
	}
	if (unit >= 0xd800 && unit <= 0xdbff) {
		uint32_t trail = 0;
		if (end - at < 2 || at[0] != '\\' || at[1] != 'u') {
			return _fail("Invalid UTF-16 sequence in string, unpaired lead surrogate");
		}
		at += 2;
		error = _hex_unit(trail);
		if (error != OK) {
			return error;
		}
		if (trail < 0xdc00 || trail > 0xdfff) {
			return _fail("Invalid UTF-16 sequence in string, unpaired lead surrogate");
		}
		unit = 0x10000 + ((unit - 0xd800) << 10) + (trail - 0xdc00);
	}
	if (unit != 0) { // A String cannot hold it.
		r_text += char32_t(unit);
	}
	return OK;
}

Error JSONParser::_next_string(Token &r_token) {
	r_token.type = TOKEN_STRING;
	r_token.text = String();
	at++;
	for (;;) {
		const char32_t *run = at;
		while (at < end && *at != '"' && *at != '\\') {
			line += *at == '\n' ? 1 : 0;
			at++;
		}
		if (at > run) {
			r_token.text.append_utf32_unchecked(Span<char32_t>(run, uint64_t(at - run)));
		}
		if (at == end) {
			return _fail("Unterminated string");
		}
		if (*at++ == '"') {
			return OK;
		}
		const Error error = _escape(r_token.text);
		if (error != OK) {
			return error;
		}
	}
}

Error JSONParser::_value(const Token &p_token, int p_depth, Variant &r_value) {
	if (p_depth > JSON::MAX_DEPTH) {
		return _fail("JSON structure is too deep. Bailing.", ERR_OUT_OF_MEMORY);
	}
	switch (p_token.type) {
		case TOKEN_CURLY_OPEN: {
			Dictionary object;
			const Error error = _object(p_depth, object);
			r_value = object;
			return error;
		}
		case TOKEN_BRACKET_OPEN: {
			Array array;
			const Error error = _array(p_depth, array);
			r_value = array;
			return error;
		}
		case TOKEN_STRING:
			r_value = p_token.text;
			return OK;
		case TOKEN_NUMBER:
			r_value = p_token.number;
			return OK;
		case TOKEN_WORD:
			if (p_token.text == "true" || p_token.text == "false") {
				r_value = p_token.text == "true";
				return OK;
			}
			if (p_token.text == "null") {
				r_value = Variant();
				return OK;
			}
			return _fail("Expected 'true', 'false', or 'null', got '" + p_token.text + "'");
		default: {
			static const char *const NAMES[] = { "'{'", "'}'", "'['", "']'", "':'", "','", "identifier", "string", "number", "EOF" };
			return _fail("Expected value, got '" + String(NAMES[p_token.type]) + "'");
		}
	}
}

Error JSONParser::_array(int p_depth, Array &r_array) {
	bool needs_comma = false;
	for (;;) {
		Token token;
		Error error = _next(token);
		if (error != OK) {
			return error;
		}
		if (token.type == TOKEN_BRACKET_CLOSE) {
			return OK;
		}
		if (token.type == TOKEN_END) {
			return _fail("Expected ']'");
		}
		if (needs_comma) {
			if (token.type != TOKEN_COMMA) {
				return _fail("Expected ','");
			}
			needs_comma = false;
			continue;
		}
		Variant value;
		error = _value(token, p_depth + 1, value);
		if (error != OK) {
			return error;
		}
		r_array.push_back(value);
		needs_comma = true;
	}
}

Error JSONParser::_object(int p_depth, Dictionary &r_object) {
	bool needs_comma = false;
	for (;;) {
		Token token;
		Error error = _next(token);
		if (error != OK) {
			return error;
		}
		if (token.type == TOKEN_CURLY_CLOSE) {
			return OK;
		}
		if (token.type == TOKEN_END) {
			return _fail("Expected '}'");
		}
		if (needs_comma) {
			if (token.type != TOKEN_COMMA) {
				return _fail("Expected '}' or ','");
			}
			needs_comma = false;
			continue;
		}
		if (token.type != TOKEN_STRING) {
			return _fail("Expected key");
		}
		const String key = token.text;
		error = _next(token);
		if (error != OK) {
			return error;
		}
		if (token.type != TOKEN_COLON) {
			return _fail("Expected ':'");
		}
		error = _next(token);
		if (error != OK) {
			return error;
		}
		Variant value;
		error = _value(token, p_depth + 1, value);
		if (error != OK) {
			return error;
		}
		r_object.set(key, value);
		needs_comma = true;
	}
}

Error JSONParser::parse(Variant &r_value) {
	Token token;
	Error error = _next(token);
	Variant value;
	if (error == OK) {
		error = _value(token, 0, value);
	}
	if (error == OK) {
		error = _next(token);
		if (error == OK && token.type != TOKEN_END) {
			error = _fail("Expected 'EOF'");
		}
	}
	if (error == OK) {
		line = 0;
		r_value = value;
	}
	return error;
}
