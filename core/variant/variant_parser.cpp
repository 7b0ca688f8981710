// The reader of the text format: tokens, tags, assignments, and the values that are no constructor calls.
#include "core/variant/variant_parser.h"

#include "core/string/char_utils.h"
#include "core/string/number_text.h"
#include "core/variant/variant_internal.h"

namespace {

bool is_name_start(char32_t p_char) {
	return p_char == '_' || (p_char >= 'a' && p_char <= 'z') || (p_char >= 'A' && p_char <= 'Z');
}

const char *const TOKEN_NAMES[] = { "'{'", "'}'", "'['", "']'", "'('", "')'", "identifier", "string", "string name", "number", "':'", "','", "'.'", "'='", "end of text", "error" };

} // namespace

VariantParser::VariantParser(const String &p_text, const ResourceHooks *p_hooks, bool p_allow_objects) :
		text(p_text), at(text.get_data()), end(at + text.length()), hooks(p_hooks), allow_objects(p_allow_objects) {}

Error VariantParser::_fail(const String &p_message, Error p_error) {
	error = p_message;
	return p_error;
}

// --- Tokens.

void VariantParser::_skip_blanks() {
	while (at < end && (*at <= ' ' || *at == ';')) {
		if (*at == ';') {
			while (at < end && *at != '\n') {
				at++;
			}
			continue;
		}
		line += *at == '\n' ? 1 : 0;
		at++;
	}
}

bool VariantParser::is_at_end() {
	_skip_blanks();
	return at >= end;
}

bool VariantParser::_at_string_name() const {
	return at + 1 < end && (*at == '&' || *at == '@') && at[1] == '"';
}

Error VariantParser::_next(Token &r_token) {
	_skip_blanks();
	r_token = Token();
	if (at >= end) {
		return OK;
	}
	if (*at == '"') {
		return _next_string(r_token);
	}
	if (_at_string_name()) {
		at++;
		const Error result = _next_string(r_token);
		r_token.type = TK_STRING_NAME;
		r_token.value = StringName(String(r_token.value));
		return result;
	}
	if (*at == '-' || is_digit(*at)) {
		return _next_number(r_token);
	}
	if (is_name_start(*at)) {
		const char32_t *start = at;
		while (at < end && (is_name_start(*at) || is_digit(*at))) {
			at++;
		}
		r_token = { TK_IDENTIFIER, String(start, at - start) };
		return OK;
	}
	static const char SIGNS[] = "{}[]():,.=";
	static const TokenType SIGN_TYPES[] = { TK_CURLY_BRACKET_OPEN, TK_CURLY_BRACKET_CLOSE, TK_BRACKET_OPEN, TK_BRACKET_CLOSE, TK_PARENTHESIS_OPEN, TK_PARENTHESIS_CLOSE, TK_COLON, TK_COMMA, TK_PERIOD, TK_EQUAL };
	for (int i = 0; SIGNS[i] != 0; i++) {
		if (*at == char32_t(SIGNS[i])) {
			r_token.type = SIGN_TYPES[i];
			at++;
			return OK;
		}
	}
	return _fail("Unexpected character '" + String::chr(*at) + "'.");
}

Error VariantParser::_next_escape(String &r_text) {
	const char32_t c = at < end ? *at++ : 0;
	int digits = 0;
	switch (c) {
		case 0:
			return _fail("Unterminated string.");
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
		case 'u':
			digits = 4;
			break;
		case 'U':
			digits = 6;
			break;
		default:
			r_text += c;
			return OK;
	}
	char32_t code = 0;
	for (int i = 0; i < digits; i++) {
		const int digit = at < end ? hex_digit_value(*at) : -1;
		if (digit < 0) {
			return _fail("Malformed hexadecimal number in a string.");
		}
		code = code * 16 + char32_t(digit);
		at++;
	}
	// Two escapes may make up one character, high half first.
	if (code >= 0xdc00 && code <= 0xdfff) {
		return _fail("Low surrogate in a string without a high one before it.");
	}
	if (code >= 0xd800 && code <= 0xdbff) {
		char32_t low = 0;
		bool sound = end - at >= 6 && at[0] == '\\' && at[1] == 'u';
		for (int i = 2; sound && i < 6; i++) {
			const int digit = hex_digit_value(at[i]);
			sound = digit >= 0;
			low = low * 16 + char32_t(sound ? digit : 0);
		}
		if (!sound || low < 0xdc00 || low > 0xdfff) {
			return _fail("High surrogate in a string without a low one behind it.");
		}
		at += 6;
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
	}
	if (code > 0x10ffff) {
		return _fail("There is no such character.");
	}
	r_text += code;
	return OK;
}

Error VariantParser::_next_string(Token &r_token) {
	String value;
	at++;
	while (true) {
		const char32_t *start = at;
		while (at < end && *at != '"' && *at != '\\') {
			line += *at == '\n' ? 1 : 0;
			at++;
		}
		if (at > start) {
			value += String(start, at - start);
		}
		if (at >= end) {
			return _fail("Unterminated string.");
		}
		if (*at++ == '"') {
			break;
		}
		if (const Error result = _next_escape(value)) {
			return result;
		}
	}
	r_token = { TK_STRING, value };
	return OK;
}

Error VariantParser::_next_number(Token &r_token) {
	if (*at == '-' && (at + 1 >= end || !is_digit(at[1]))) {
		return _fail("Expected a number behind '-'.");
	}
	const ScannedNumber number = scan_number(at, end);
	at = number.end;
	r_token.type = TK_NUMBER;
	r_token.value = number.is_float ? Variant(number.real) : Variant(number.integer);
	return OK;
}

Error VariantParser::_expect(TokenType p_type, const char *p_what) {
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	return token.type == p_type ? OK : _fail(String("Expected ") + p_what + ", found " + TOKEN_NAMES[token.type] + ".");
}

// --- Values.

Error VariantParser::parse_value(Variant &r_value) {
	if (is_at_end()) {
		return _fail("Expected a value, found the end of the text.", ERR_FILE_EOF);
	}
	return _nested_value(r_value);
}

Error VariantParser::_nested_value(Variant &r_value) {
	Token token;
	const Error result = _next(token);
	return result != OK ? result : _value_of(token, r_value);
}

Error VariantParser::_value_of(const Token &p_token, Variant &r_value) {
	if (depth >= MAX_DEPTH) {
		return _fail("The value is nested too deep.");
	}
	depth++;
	Error result = OK;
	switch (p_token.type) {
		case TK_CURLY_BRACKET_OPEN: {
			Dictionary dictionary;
			result = _dictionary(dictionary);
			r_value = dictionary;
		} break;
		case TK_BRACKET_OPEN: {
			Array array;
			result = _array(array);
			r_value = array;
		} break;
		case TK_IDENTIFIER:
			result = _identifier_value(p_token.value, r_value);
			break;
		case TK_STRING:
		case TK_STRING_NAME:
		case TK_NUMBER:
			r_value = p_token.value;
			break;
		default:
			result = _fail(String("Expected a value, found ") + TOKEN_NAMES[p_token.type] + ".");
			break;
	}
	depth--;
	return result;
}

Error VariantParser::_array(Array &r_array) {
	bool need_comma = false;
	while (true) {
		Token token;
		if (const Error result = _next(token)) {
			return result;
		}
		if (token.type == TK_BRACKET_CLOSE) {
			return OK;
		}
		if (need_comma) {
			if (token.type != TK_COMMA) {
				return _fail(String("Expected ',' or ']', found ") + TOKEN_NAMES[token.type] + ".");
			}
			need_comma = false;
			continue;
		}
		Variant value;
		if (const Error result = _value_of(token, value)) {
			return result;
		}
		r_array.push_back(value);
		need_comma = true;
	}
}

Error VariantParser::_dictionary(Dictionary &r_dictionary) {
	bool need_comma = false;
	while (true) {
		Token token;
		if (const Error result = _next(token)) {
			return result;
		}
		if (token.type == TK_CURLY_BRACKET_CLOSE) {
			return OK;
		}
		if (need_comma) {
			if (token.type != TK_COMMA) {
				return _fail(String("Expected ',' or '}', found ") + TOKEN_NAMES[token.type] + ".");
			}
			need_comma = false;
			continue;
		}
		Variant key;
		Variant value;
		if (const Error result = _value_of(token, key)) {
			return result;
		}
		if (const Error result = _expect(TK_COLON, "':'")) {
			return result;
		}
		if (const Error result = _nested_value(value)) {
			return result;
		}
		r_dictionary.set(key, value);
		need_comma = true;
	}
}

// --- Tags and assignments.

Error VariantParser::parse_tag(Tag &r_tag, bool p_simple) {
	r_tag = Tag();
	if (is_at_end()) {
		return _fail("End of the text.", ERR_FILE_EOF);
	}
	if (*at != '[') {
		return _fail("Expected '['.");
	}
	at++;
	if (p_simple) {
		const char32_t *start = at;
		while (at < end && *at != ']') {
			if (*at == '\n') {
				return _fail("Expected ']' before the end of the line.");
			}
			at++;
		}
		if (at >= end) {
			return _fail("Expected ']'.");
		}
		r_tag.name = String(start, at - start).strip_edges();
		at++;
		return OK;
	}
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_IDENTIFIER) {
		return _fail("Expected the name of a tag.");
	}
	r_tag.name = token.value;
	while (true) {
		if (const Error result = _next(token)) {
			return result;
		}
		if (token.type == TK_BRACKET_CLOSE) {
			return OK;
		}
		if (token.type == TK_PERIOD) {
			// A dotted name is one name.
			if (const Error result = _next(token)) {
				return result;
			}
			r_tag.name += "." + String(token.value);
			continue;
		}
		if (token.type != TK_IDENTIFIER && token.type != TK_STRING) {
			return _fail(String("Expected a field or ']' in the tag, found ") + TOKEN_NAMES[token.type] + ".");
		}
		Variant value;
		if (const Error result = _expect(TK_EQUAL, "'='")) {
			return result;
		}
		if (const Error result = parse_value(value)) {
			return result;
		}
		r_tag.fields.insert(token.value, value);
	}
}

Error VariantParser::parse_tag_or_assign(Tag &r_tag, String &r_assign, Variant &r_value, bool p_simple_tag) {
	r_assign = String();
	while (true) {
		_skip_blanks();
		if (at >= end) {
			return r_assign.is_empty() ? _fail("End of the text.", ERR_FILE_EOF) : _fail("Expected '=' behind \"" + r_assign + "\".", ERR_FILE_EOF);
		}
		if (*at == '[' && r_assign.is_empty()) {
			return parse_tag(r_tag, p_simple_tag);
		}
		if (*at == '"') {
			Token token;
			if (const Error result = _next_string(token)) {
				return result;
			}
			r_assign = token.value;
			continue;
		}
		const char32_t c = *at++;
		if (c == '=') {
			return parse_value(r_value);
		}
		r_assign += c;
	}
}

Error VariantParser::parse(const String &p_text, Variant &r_value, String &r_error, int &r_line) {
	VariantParser parser(p_text);
	const Error result = parser.parse_value(r_value);
	r_error = parser.get_error();
	r_line = parser.get_line();
	return result;
}
