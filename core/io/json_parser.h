// The JSON parser behind JSON.parse(): text in, Variant or verdict out (RFC 8259; trailing commas, leading zeros and raw line breaks in
// strings are taken, as the scripting API does).
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/variant/variant.h"

// The text is not trusted: nesting is limited, nothing is printed. Numbers become floats.
class JSONParser {
public:
	explicit JSONParser(const String &p_text);

	// ERR_PARSE_ERROR, or ERR_OUT_OF_MEMORY for nesting beyond JSON::MAX_DEPTH; then get_line() and get_message() say where and what.
	Error parse(Variant &r_value);
	int get_line() const { return line; } // From 0.
	String get_message() const { return message; }

private:
	enum TokenType {
		TOKEN_CURLY_OPEN,
		TOKEN_CURLY_CLOSE,
		TOKEN_BRACKET_OPEN,
		TOKEN_BRACKET_CLOSE,
		TOKEN_COLON,
		TOKEN_COMMA,
		TOKEN_WORD,
		TOKEN_STRING,
		TOKEN_NUMBER,
		TOKEN_END,
	};
	struct Token {
		TokenType type = TOKEN_END;
		String text; // Of words and strings.
		double number = 0;
	};

	Error _fail(const String &p_message, Error p_error = ERR_PARSE_ERROR);
	Error _next(Token &r_token);
	Error _next_string(Token &r_token);
	Error _escape(String &r_text);
	Error _hex_unit(uint32_t &r_unit);
	void _next_number(Token &r_token);
	Error _value(const Token &p_token, int p_depth, Variant &r_value);
	Error _array(int p_depth, Array &r_array);
	Error _object(int p_depth, Dictionary &r_object);

	String text; // Keeps the characters alive.
	const char32_t *at;
	const char32_t *end;
	int line = 0;
	String message;
};
